package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sort"
	"time"

	"perun.network/go-perun/channel"
)

func (p *peer) cmdAcceptUpdate(ctx context.Context, r request) (fields, error) {
	asked, err := p.asked.takeUpdate(r.Update)
	if err != nil {
		return nil, err
	}
	return nil, asked.responder.Accept(ctx)
}

func (p *peer) cmdRejectUpdate(ctx context.Context, r request) (fields, error) {
	asked, err := p.asked.takeUpdate(r.Update)
	if err != nil {
		return nil, err
	}
	return nil, asked.responder.Reject(ctx, r.Reason)
}

func (p *peer) cmdPay(ctx context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	move, err := p.payment(t, r)
	if err != nil {
		return nil, err
	}
	return p.update(ctx, t, func(s *channel.State) {
		move(s)
		s.IsFinal = r.Final
	})
}

// payment moves the amount of a request from us to the other.
func (p *peer) payment(t *track, r request) (func(*channel.State), error) {
	amount, err := parseAmount(r.Amount)
	if err != nil {
		return nil, err
	}
	asset, err := p.assetIndex(t, r.Asset)
	if err != nil {
		return nil, err
	}
	t.mu.Lock()
	enough := t.state != nil && t.state.Balances[asset][t.index].Cmp(amount) >= 0
	t.mu.Unlock()
	if !enough {
		return nil, errors.New("the balance does not cover the amount")
	}
	return func(s *channel.State) {
		row := s.Balances[asset]
		row[t.index] = new(big.Int).Sub(row[t.index], amount)
		row[t.other()] = new(big.Int).Add(row[t.other()], amount)
	}, nil
}

// assetIndex finds a channel's asset by name; the first without a name.
func (p *peer) assetIndex(t *track, name string) (int, error) {
	if name == "" {
		return 0, nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.state != nil {
		for i, known := range p.contractSet().namesOf(t.state.Assets) {
			if known == name {
				return i, nil
			}
		}
	}
	return 0, fmt.Errorf("the channel has no asset %q", name)
}

func (p *peer) cmdUpdate(ctx context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	change, err := newBalances(t, r)
	if err != nil {
		return nil, err
	}
	return p.update(ctx, t, change)
}

// newBalances puts those of a request into a state.
func newBalances(t *track, r request) (func(*channel.State), error) {
	balances, err := parseBalances(r.Balances)
	if err != nil {
		return nil, err
	}
	t.mu.Lock()
	fits := t.state != nil && sameShape(balances, t.state.Balances)
	t.mu.Unlock()
	if !fits {
		return nil, errors.New("balances do not fit the channel's assets and participants")
	}
	return func(s *channel.State) {
		s.Balances = balances
		s.IsFinal = r.Final
	}, nil
}

func (p *peer) cmdFinalize(ctx context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	return p.update(ctx, t, func(s *channel.State) { s.IsFinal = true })
}

// update proposes a state and waits for the other's signature.
func (p *peer) update(ctx context.Context, t *track, change func(*channel.State)) (fields, error) {
	ctl, err := t.controller()
	if err != nil {
		return nil, err
	}
	if err := ctl.Update(ctx, change); err != nil {
		return nil, err
	}
	return p.view(t), nil
}

func (p *peer) cmdPayMany(ctx context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	if r.Count < 1 {
		return nil, errors.New("count is at least 1")
	}
	if r.Amount == "" {
		r.Amount = "1"
	}
	took := make([]time.Duration, 0, r.Count)
	began := time.Now()
	for i := 0; i < r.Count; i++ {
		move, err := p.payment(t, r)
		if err != nil {
			return nil, err
		}
		start := time.Now()
		if _, err := p.update(ctx, t, move); err != nil {
			return nil, fmt.Errorf("payment %d of %d: %w", i+1, r.Count, err)
		}
		took = append(took, time.Since(start))
	}
	total := time.Since(began).Seconds()
	sort.Slice(took, func(i, j int) bool { return took[i] < took[j] })
	return p.view(t).with(fields{
		"per_second": float64(r.Count) / total,
		"p50_ms":     milliseconds(took[len(took)/2]),
		"p99_ms":     milliseconds(took[len(took)*99/100]),
	}), nil
}

func milliseconds(d time.Duration) float64 {
	return float64(d.Microseconds()) / 1000
}
