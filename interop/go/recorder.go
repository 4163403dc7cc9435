package main

import (
	"context"

	"perun.network/go-perun/channel"
	"perun.network/go-perun/channel/persistence"
	"perun.network/go-perun/wallet"
	"perun.network/go-perun/wire"
)

// recorder hears every step of every channel where go-perun persists it, and
// passes it on to the store. What is persisted is the only place where the
// phase and the signed states can be seen without the channel's lock.
type recorder struct {
	persistence.PersistRestorer
	peer *peer
}

// ChannelCreated begins a track.
func (r *recorder) ChannelCreated(
	ctx context.Context, s channel.Source, peers []map[wallet.BackendID]wire.Address, parent *channel.ID,
) error {
	r.peer.tracks.put(r.peer.newTrack(s.Params(), s.Idx(), peers, parent))
	return r.PersistRestorer.ChannelCreated(ctx, s, peers, parent)
}

// Staged is an update in work, or one that was dropped.
func (r *recorder) Staged(ctx context.Context, s channel.Source) error {
	err := r.PersistRestorer.Staged(ctx, s)
	r.note(s)
	return err
}

// PhaseChanged is a step without a new state.
func (r *recorder) PhaseChanged(ctx context.Context, s channel.Source) error {
	err := r.PersistRestorer.PhaseChanged(ctx, s)
	r.note(s)
	return err
}

// Enabled is a new current state.
func (r *recorder) Enabled(ctx context.Context, s channel.Source) error {
	err := r.PersistRestorer.Enabled(ctx, s)
	if t := r.note(s); t != nil && err == nil {
		r.peer.stateEnabled(t, s.CurrentTX().Clone())
	}
	return err
}

// ChannelRemoved comes after the withdrawal.
func (r *recorder) ChannelRemoved(ctx context.Context, id channel.ID) error {
	if t, ok := r.peer.tracks.find(id); ok {
		t.mu.Lock()
		t.phase = channel.Withdrawn
		t.mu.Unlock()
	}
	return r.PersistRestorer.ChannelRemoved(ctx, id)
}

func (r *recorder) note(s channel.Source) *track {
	t, ok := r.peer.tracks.find(s.ID())
	if !ok {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.phase = s.Phase()
	return t
}

// stateEnabled keeps a new current state and reports it. A state that was
// progressed on the chain has no signatures of all and is no state to register.
func (p *peer) stateEnabled(t *track, tx channel.Transaction) {
	t.mu.Lock()
	t.state = tx.State
	if fullySigned(tx) {
		t.signed = append(t.signed, tx)
		if extra := len(t.signed) - p.opts.history; extra > 0 {
			t.signed = append([]channel.Transaction(nil), t.signed[extra:]...)
		}
	}
	t.mu.Unlock()
	if tx.Version == 0 || !fullySigned(tx) {
		return
	}
	p.stats.updates.Add(1)
	if !p.opts.quiet {
		p.out.event("updated", p.view(t).with(fields{"from_version": tx.Version - 1}))
	}
}

func fullySigned(tx channel.Transaction) bool {
	for _, sig := range tx.Sigs {
		if len(sig) == 0 {
			return false
		}
	}
	return len(tx.Sigs) > 0
}
