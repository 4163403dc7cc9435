package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"

	ethwallet "github.com/perun-network/perun-eth-backend/wallet"
	"github.com/sirupsen/logrus"
	"perun.network/go-perun/channel"
	"perun.network/go-perun/channel/persistence"
	"perun.network/go-perun/client"
	plogrus "perun.network/go-perun/log/logrus"
	"perun.network/go-perun/wallet"
	"perun.network/go-perun/watcher/local"
	"perun.network/go-perun/wire"
	wirenet "perun.network/go-perun/wire/net"
	perunio "perun.network/go-perun/wire/perunio/serializer"
	"perun.network/go-perun/wire/protobuf"
)

// peer is one channel client with all that it needs.
type peer struct {
	opts      options
	out       *output
	chain     *chain
	wire      *wireAccount
	book      *peerBook
	transport *transport
	bus       *wirenet.Bus
	store     persistence.PersistRestorer
	guard     *guardedWatcher
	client    *client.Client
	tracks    *tracks
	asked     *questions
	stats     counters
	stopping  *stopSignal

	policy    atomic.Pointer[policy]
	mu        sync.Mutex
	contracts contractSet
}

// counters are what the command stats tells.
type counters struct {
	commands, proposals, channels, updates, disputes, rejected atomic.Int64
}

// startPeer puts the parts together and reports that the peer is ready.
func startPeer(ctx context.Context, o options, out *output) (*peer, error) {
	if err := setLog(o.logLevel); err != nil {
		return nil, err
	}
	if err := o.prepareStore(); err != nil {
		return nil, err
	}
	p := &peer{opts: o, out: out, tracks: newTracks(), asked: newQuestions(), stopping: newStopSignal()}
	if err := p.setPolicy(o.policy); err != nil {
		return nil, err
	}
	var err error
	if p.book, err = parsePeerBook(o.peers); err != nil {
		return nil, err
	}
	if p.wire, err = newWireAccount(o.name, o.wireKeyFile()); err != nil {
		return nil, err
	}
	if p.chain, err = dialChain(ctx, o); err != nil {
		return nil, err
	}
	set, given, err := flagContracts(o)
	if err != nil {
		return nil, err
	}
	if given {
		p.useContracts(set)
	}
	if p.store, err = openStore(o); err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	if p.transport, err = newTransport(o, p.book); err != nil {
		return nil, err
	}
	if err := p.startClient(); err != nil {
		return nil, err
	}
	out.event("ready", p.info())
	if o.restore {
		if _, err := p.restore(ctx); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (p *peer) startClient() error {
	w, err := local.NewWatcher(p.chain.judge)
	if err != nil {
		return err
	}
	p.guard = newGuardedWatcher(w)
	p.bus = wirenet.NewBus(map[wallet.BackendID]wire.Account{ethwallet.BackendID: p.wire}, p.transport, serializer(p.opts.serializer))
	p.client, err = client.New(p.wire.full(), p.bus, p.chain.funder, p.chain.judge, p.chain.wallets(), p.guard)
	if err != nil {
		return err
	}
	p.client.EnablePersistence(&recorder{p.store, p})
	p.client.OnNewChannel(p.opened)
	go p.client.Handle(client.ProposalHandlerFunc(p.handleProposal), client.UpdateHandlerFunc(p.handleUpdate))
	go p.bus.Listen(p.transport)
	return nil
}

func serializer(name string) wire.EnvelopeSerializer {
	if name == "protobuf" {
		return protobuf.Serializer()
	}
	return perunio.Serializer()
}

func setLog(level string) error {
	parsed, err := logrus.ParseLevel(level)
	if err != nil {
		return err
	}
	plogrus.Set(parsed, &logrus.TextFormatter{DisableColors: true})
	logrus.SetOutput(os.Stderr)
	return nil
}

// useContracts makes a set the one of this peer.
func (p *peer) useContracts(set contractSet) {
	registerApp(set.App)
	p.chain.use(set)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.contracts = set
}

func (p *peer) contractSet() contractSet {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.contracts
}

func (p *peer) info() fields {
	set := p.contractSet()
	return fields{
		"name":        p.opts.name,
		"address":     p.wire.hex(),
		"eth":         p.chain.account.Address.Hex(),
		"host":        p.transport.host(),
		"chain_id":    p.chain.id.String(),
		"adjudicator": set.Adjudicator,
		"app":         set.App,
		"assets":      set.Assets,
		"peers":       p.book.names(),
		"pid":         os.Getpid(),
		"policy":      string(*p.policy.Load()),
		"versions":    versions(),
	}
}

// versions are those of the libraries that this program was built with.
func versions() fields {
	found := fields{}
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return found
	}
	found["go"] = build.GoVersion
	for _, dep := range build.Deps {
		switch dep.Path {
		case "perun.network/go-perun", "github.com/perun-network/perun-eth-backend":
			found[dep.Path] = dep.Version
		}
	}
	return found
}

// newTrack describes a channel that begins.
func (p *peer) newTrack(params *channel.Params, index channel.Index, peers []wireAddress, parent *channel.ID) *track {
	t := &track{id: params.ID(), kind: kindOfParams(params), params: params, index: index, parent: parent}
	for _, address := range peers {
		t.peers = append(t.peers, p.nameOf(address))
	}
	return t
}

func (p *peer) nameOf(address wireAddress) string {
	if channel.EqualWireMaps(address, p.wire.full()) {
		return p.opts.name
	}
	return p.book.nameOf(address)
}

// close ends the client in order.
func (p *peer) close() {
	for what, err := range map[string]error{
		"client": p.client.Close(),
		"bus":    p.bus.Close(),
		"store":  p.store.Close(),
	} {
		if err != nil {
			p.out.event("warning", fields{"what": fmt.Sprintf("closing the %s: %v", what, err)})
		}
	}
}
