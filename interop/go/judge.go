package main

import (
	"context"
	"errors"
	"sync/atomic"

	ethchannel "github.com/perun-network/perun-eth-backend/channel"
	"perun.network/go-perun/channel"
)

var errNoContracts = errors.New("no contracts yet: give -adjudicator and -assets, or the command contracts")

// lateAdjudicator is an adjudicator whose contract is known later than the
// client is made.
type lateAdjudicator struct {
	current atomic.Pointer[ethchannel.Adjudicator]
}

var _ channel.Adjudicator = (*lateAdjudicator)(nil)

func (l *lateAdjudicator) set(a *ethchannel.Adjudicator) { l.current.Store(a) }

func (l *lateAdjudicator) get() (*ethchannel.Adjudicator, error) {
	if a := l.current.Load(); a != nil {
		return a, nil
	}
	return nil, errNoContracts
}

// Register puts a state before the contract.
func (l *lateAdjudicator) Register(ctx context.Context, r channel.AdjudicatorReq, subs []channel.SignedState) error {
	a, err := l.get()
	if err != nil {
		return err
	}
	return a.Register(ctx, r, subs)
}

// Withdraw concludes and takes the money out.
func (l *lateAdjudicator) Withdraw(ctx context.Context, r channel.AdjudicatorReq, subs channel.StateMap) error {
	a, err := l.get()
	if err != nil {
		return err
	}
	return a.Withdraw(ctx, r, subs)
}

// Progress moves an app channel on the chain.
func (l *lateAdjudicator) Progress(ctx context.Context, r channel.ProgressReq) error {
	a, err := l.get()
	if err != nil {
		return err
	}
	return a.Progress(ctx, r)
}

// Subscribe opens a stream of a channel's events.
func (l *lateAdjudicator) Subscribe(ctx context.Context, id channel.ID) (channel.AdjudicatorSubscription, error) {
	a, err := l.get()
	if err != nil {
		return nil, err
	}
	return a.Subscribe(ctx, id)
}
