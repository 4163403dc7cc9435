package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"perun.network/go-perun/wire"
)

// contact is another peer.
type contact struct {
	name    string
	address wireAddress
	host    string
}

// peerBook finds contacts by name and by wire address.
type peerBook struct {
	mu        sync.RWMutex
	byName    map[string]contact
	byAddress map[wire.AddrKey]contact
}

// parsePeerBook reads name=hexaddress@host:port,...
func parsePeerBook(text string) (*peerBook, error) {
	b := &peerBook{byName: make(map[string]contact), byAddress: make(map[wire.AddrKey]contact)}
	for _, entry := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' }) {
		name, rest, ok := strings.Cut(entry, "=")
		address, host, ok2 := strings.Cut(rest, "@")
		if !ok || !ok2 {
			return nil, fmt.Errorf("-peers: %q is not name=hexaddress@host:port", entry)
		}
		if err := b.add(name, address, host); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (b *peerBook) add(name, hexAddress, host string) error {
	address, err := parseWireAddress(hexAddress)
	if err != nil {
		return err
	}
	if name == "" {
		return fmt.Errorf("a peer needs a name")
	}
	c := contact{name, address, host}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.byName[name] = c
	b.byAddress[wire.Keys(address)] = c
	return nil
}

func (b *peerBook) named(name string) (contact, error) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	c, ok := b.byName[name]
	if !ok {
		return contact{}, fmt.Errorf("unknown peer %q", name)
	}
	return c, nil
}

func (b *peerBook) hostOf(address wireAddress) (string, bool) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	c, ok := b.byAddress[wire.Keys(address)]
	return c.host, ok && c.host != ""
}

// nameOf is the name under which we know an address, else the one it gives
// itself.
func (b *peerBook) nameOf(address wireAddress) string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if c, ok := b.byAddress[wire.Keys(address)]; ok {
		return c.name
	}
	for _, a := range address {
		if s, ok := a.(fmt.Stringer); ok {
			return s.String()
		}
	}
	return ""
}

func (b *peerBook) names() []string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	names := make([]string, 0, len(b.byName))
	for name := range b.byName {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
