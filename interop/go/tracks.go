package main

import (
	"fmt"
	"sort"
	"sync"

	"perun.network/go-perun/channel"
	"perun.network/go-perun/client"
)

// track is what we know of a channel without asking its controller, whose lock
// may be held by an update that waits for somebody.
type track struct {
	id     channel.ID
	kind   string
	params *channel.Params
	index  channel.Index
	peers  []string
	parent *channel.ID
	serial int // order of appearance

	mu       sync.Mutex
	ctl      *client.Channel // nil until the channel is signed
	state    *channel.State  // nil until version 0 is signed
	phase    channel.Phase
	signed   []channel.Transaction // oldest first
	watching bool
}

func kindOfParams(p *channel.Params) string {
	switch {
	case p.LedgerChannel:
		return "ledger"
	case p.VirtualChannel:
		return "virtual"
	default:
		return "sub"
	}
}

// controller is go-perun's side of the channel.
func (t *track) controller() (*client.Channel, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ctl == nil {
		return nil, fmt.Errorf("channel %x is not open yet", t.id)
	}
	return t.ctl, nil
}

// other is the index of the other participant.
func (t *track) other() channel.Index { return 1 - t.index }

// newest is the newest fully signed transaction.
func (t *track) newest() (channel.Transaction, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.signed) == 0 {
		return channel.Transaction{}, false
	}
	return t.signed[len(t.signed)-1], true
}

// at is the signed transaction of a version that is still remembered.
func (t *track) at(version uint64) (channel.Transaction, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, tx := range t.signed {
		if tx.Version == version {
			return tx, nil
		}
	}
	return channel.Transaction{}, fmt.Errorf("no signed state of version %d is kept", version)
}

// tracks are all channels of this process.
type tracks struct {
	mu  sync.Mutex
	all map[channel.ID]*track
}

func newTracks() *tracks {
	return &tracks{all: make(map[channel.ID]*track)}
}

// put adds a track, or returns the one that is there.
func (ts *tracks) put(t *track) *track {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	if there, ok := ts.all[t.id]; ok {
		return there
	}
	t.serial = len(ts.all)
	ts.all[t.id] = t
	return t
}

func (ts *tracks) find(id channel.ID) (*track, bool) {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	t, ok := ts.all[id]
	return t, ok
}

// get finds the channel that a command names.
func (ts *tracks) get(hexID string) (*track, error) {
	id, err := parseID(hexID)
	if err != nil {
		return nil, err
	}
	t, ok := ts.find(id)
	if !ok {
		return nil, fmt.Errorf("unknown channel %s", hexID)
	}
	return t, nil
}

// list returns all in order of appearance.
func (ts *tracks) list() []*track {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	all := make([]*track, 0, len(ts.all))
	for _, t := range ts.all {
		all = append(all, t)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].serial < all[j].serial })
	return all
}
