package main

import (
	"context"
	"sync"

	"perun.network/go-perun/channel"
	"perun.network/go-perun/watcher"
)

// guardedWatcher lets a channel stop being watched while it goes on. The local
// watcher ends the process when a state reaches it after that, so states of
// such channels are dropped here.
type guardedWatcher struct {
	inner watcher.Watcher
	mu    sync.Mutex
	open  map[channel.ID]*guardedPub
}

var _ watcher.Watcher = (*guardedWatcher)(nil)

func newGuardedWatcher(inner watcher.Watcher) *guardedWatcher {
	return &guardedWatcher{inner: inner, open: make(map[channel.ID]*guardedPub)}
}

// StartWatchingLedgerChannel watches a channel with its own deposit.
func (g *guardedWatcher) StartWatchingLedgerChannel(
	ctx context.Context, s channel.SignedState,
) (watcher.StatesPub, watcher.AdjudicatorSub, error) {
	pub, sub, err := g.inner.StartWatchingLedgerChannel(ctx, s)
	return g.guard(s.State.ID, pub, sub, err)
}

// StartWatchingSubChannel watches a channel inside of another.
func (g *guardedWatcher) StartWatchingSubChannel(
	ctx context.Context, parent channel.ID, s channel.SignedState,
) (watcher.StatesPub, watcher.AdjudicatorSub, error) {
	pub, sub, err := g.inner.StartWatchingSubChannel(ctx, parent, s)
	return g.guard(s.State.ID, pub, sub, err)
}

func (g *guardedWatcher) guard(
	id channel.ID, pub watcher.StatesPub, sub watcher.AdjudicatorSub, err error,
) (watcher.StatesPub, watcher.AdjudicatorSub, error) {
	if err != nil {
		return nil, nil, err
	}
	guarded := &guardedPub{inner: pub}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.open[id] = guarded
	return guarded, sub, nil
}

// StopWatching does nothing for a channel that is not watched.
func (g *guardedWatcher) StopWatching(ctx context.Context, id channel.ID) error {
	g.mu.Lock()
	pub, ok := g.open[id]
	delete(g.open, id)
	g.mu.Unlock()
	if !ok {
		return nil
	}
	pub.stop()
	return g.inner.StopWatching(ctx, id)
}

func (g *guardedWatcher) watches(id channel.ID) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	_, ok := g.open[id]
	return ok
}

type guardedPub struct {
	inner   watcher.StatesPub
	mu      sync.Mutex
	stopped bool
}

// Publish hands a newer state to the watcher, if it still wants it.
func (p *guardedPub) Publish(ctx context.Context, tx channel.Transaction) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.stopped {
		return nil
	}
	return p.inner.Publish(ctx, tx)
}

func (p *guardedPub) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
}
