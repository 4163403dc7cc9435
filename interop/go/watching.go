package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	ethchannel "github.com/perun-network/perun-eth-backend/channel"
	"perun.network/go-perun/channel"
	"perun.network/go-perun/client"
)

// opened hears of each channel that go-perun made or restored.
func (p *peer) opened(ctl *client.Channel) {
	t, known := p.tracks.find(ctl.ID())
	if !known {
		t = p.tracks.put(p.restoredTrack(ctl))
	}
	t.mu.Lock()
	t.ctl = ctl
	t.mu.Unlock()
	p.stats.channels.Add(1)
	ctl.OnCloseAlways(func() { p.out.event("channel-closed", p.view(t)) })
}

func (p *peer) restoredTrack(ctl *client.Channel) *track {
	var parent *channel.ID
	if ctl.Parent() != nil {
		id := ctl.Parent().ID()
		parent = &id
	}
	t := p.newTrack(ctl.Params(), ctl.Idx(), ctl.Peers(), parent)
	t.phase = ctl.Phase()
	t.state = ctl.State().Clone()
	signed := client.NewTransparentChannel(ctl).SignedState()
	if tx := (channel.Transaction{State: t.state, Sigs: signed.Sigs}); fullySigned(tx) {
		t.signed = append(t.signed, tx)
	}
	return t
}

// restore brings back the stored channels, parents first, as a sub-channel can
// only be watched below its parent.
func (p *peer) restore(ctx context.Context) (int, error) {
	before := len(p.tracks.list())
	if err := p.client.Restore(ctx); err != nil {
		return 0, err
	}
	restored := p.tracks.list()[before:]
	if p.opts.watch {
		for _, parents := range []bool{true, false} {
			for _, t := range restored {
				if (t.parent == nil) == parents {
					p.watchOrWarn(ctx, t)
				}
			}
		}
	}
	p.out.event("restored", fields{"channels": len(restored)})
	return len(restored), nil
}

func (p *peer) watchOrWarn(ctx context.Context, t *track) {
	if err := p.watch(ctx, t); err != nil {
		p.out.event("warning", p.view(t).with(fields{"what": "not watched: " + err.Error()}))
	}
}

// watch starts the watcher and returns when it runs.
func (p *peer) watch(ctx context.Context, t *track) error {
	ctl, err := t.controller()
	if err != nil {
		return err
	}
	t.mu.Lock()
	if t.watching {
		t.mu.Unlock()
		return errors.New("already watched")
	}
	t.watching = true
	t.mu.Unlock()
	ended := make(chan error, 1)
	go func() {
		err := ctl.Watch(adjudicatorEvents{p, t})
		t.mu.Lock()
		t.watching = false
		t.mu.Unlock()
		ended <- err
		f := p.view(t)
		if err != nil {
			f["what"] = err.Error()
		}
		p.out.event("watch-ended", f)
	}()
	for !p.guard.watches(t.id) {
		select {
		case err := <-ended:
			return fmt.Errorf("the watcher ended at once: %w", err)
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(5 * time.Millisecond):
		}
	}
	return nil
}

// adjudicatorEvents reports what the watcher saw on the chain.
type adjudicatorEvents struct {
	peer  *peer
	track *track
}

// HandleAdjudicatorEvent is called for each event, in no fixed order.
func (a adjudicatorEvents) HandleAdjudicatorEvent(e channel.AdjudicatorEvent) {
	f := a.peer.view(a.track).with(fields{"version": e.Version(), "timeout": timeoutSeconds(e.Timeout())})
	switch e := e.(type) {
	case *channel.RegisteredEvent:
		a.peer.stats.disputes.Add(1)
		a.peer.out.event("disputed", f.with(fields{"state": a.peer.viewState(e.State)}))
	case *channel.ProgressedEvent:
		a.peer.out.event("progressed", f.with(fields{"state": a.peer.viewState(e.State)}))
	case *channel.ConcludedEvent:
		a.peer.out.event("concluded", f)
	}
}

// timeoutSeconds is the block time at which a phase ends; 0 if it has ended.
func timeoutSeconds(t channel.Timeout) uint64 {
	if block, ok := t.(*ethchannel.BlockTimeout); ok {
		return block.Time
	}
	return 0
}
