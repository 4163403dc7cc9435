package main

import (
	"context"
	"errors"

	"perun.network/go-perun/channel"
	"perun.network/go-perun/client"
)

func (p *peer) cmdSettle(ctx context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	return p.settle(ctx, t, r.Secondary)
}

// settle concludes, takes the money out and ends the channel.
func (p *peer) settle(ctx context.Context, t *track, secondary bool) (fields, error) {
	ctl, err := t.controller()
	if err != nil {
		return nil, err
	}
	if err := ctl.Settle(ctx, secondary); err != nil {
		return nil, err
	}
	p.end(t)
	return p.view(t), nil
}

// end reports a withdrawal and closes the channel: children first, which went
// with their parent, as no parent can end that has watched children.
func (p *peer) end(t *track) {
	t.mu.Lock()
	ctl, state := t.ctl, t.state
	t.mu.Unlock()
	for _, locked := range state.Locked {
		if child, ok := p.tracks.find(locked.ID); ok {
			p.end(child)
		}
	}
	p.out.event("withdrawn", p.view(t))
	if err := ctl.Close(); err != nil {
		p.out.event("warning", p.view(t).with(fields{"what": "closing: " + err.Error()}))
	}
}

func (p *peer) cmdClose(ctx context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	if _, err := p.update(ctx, t, func(s *channel.State) { s.IsFinal = true }); err != nil {
		return nil, err
	}
	return p.settle(ctx, t, r.Secondary)
}

func (p *peer) cmdRegister(ctx context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	ctl, err := t.controller()
	if err != nil {
		return nil, err
	}
	if err := client.NewTestChannel(ctl).Register(ctx); err != nil {
		return nil, err
	}
	return p.view(t), nil
}

// cmdRegisterOld cheats: it goes around the client to the adjudicator.
func (p *peer) cmdRegisterOld(ctx context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	if t.parent != nil {
		return nil, errors.New("only a ledger channel can be registered by itself")
	}
	old, err := t.at(r.Version)
	if err != nil {
		return nil, err
	}
	children, err := p.children(old)
	if err != nil {
		return nil, err
	}
	accounts, err := p.chain.accounts()
	if err != nil {
		return nil, err
	}
	request := channel.AdjudicatorReq{Params: t.params, Acc: accounts, Tx: old, Idx: t.index}
	if err := p.chain.judge.Register(ctx, request, children); err != nil {
		return nil, err
	}
	return p.view(t).with(fields{"registered": old.Version}), nil
}

// children are the newest states of what a state locks, as registering takes
// them: depth first.
func (p *peer) children(tx channel.Transaction) ([]channel.SignedState, error) {
	var all []channel.SignedState
	for _, locked := range tx.Locked {
		child, ok := p.tracks.find(locked.ID)
		if !ok {
			return nil, errors.New("a locked channel is unknown")
		}
		newest, ok := child.newest()
		if !ok {
			return nil, errors.New("a locked channel has no signed state")
		}
		all = append(all, channel.SignedState{Params: child.params, State: newest.State, Sigs: newest.Sigs})
		below, err := p.children(newest)
		if err != nil {
			return nil, err
		}
		all = append(all, below...)
	}
	return all, nil
}

func (p *peer) cmdForceUpdate(ctx context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	ctl, err := t.controller()
	if err != nil {
		return nil, err
	}
	change, err := newBalances(t, r)
	if err != nil {
		return nil, err
	}
	if err := ctl.ForceUpdate(ctx, change); err != nil {
		return nil, err
	}
	return p.view(t), nil
}

func (p *peer) cmdWatch(ctx context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	if r.On != nil && !*r.On {
		err = p.guard.StopWatching(ctx, t.id)
	} else {
		err = p.watch(ctx, t)
	}
	return p.view(t), err
}
