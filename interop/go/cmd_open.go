package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	ethwallet "github.com/perun-network/perun-eth-backend/wallet"
	"perun.network/go-perun/channel"
	"perun.network/go-perun/client"
	"perun.network/go-perun/wallet"
)

func (p *peer) cmdPropose(ctx context.Context, r request) (fields, error) {
	other, err := p.book.named(r.Peer)
	if err != nil {
		return nil, err
	}
	initial, err := p.allocation(r)
	if err != nil {
		return nil, err
	}
	options, err := appOption(r.App)
	if err != nil {
		return nil, err
	}
	proposal, err := client.NewLedgerChannelProposal(r.challenge(), p.chain.participant(), initial,
		[]wireAddress{p.wire.full(), other.address}, options)
	if err != nil {
		return nil, err
	}
	return p.propose(ctx, proposal)
}

func (p *peer) cmdProposeSub(ctx context.Context, r request) (fields, error) {
	parent, err := parseID(r.Parent)
	if err != nil {
		return nil, err
	}
	initial, err := p.allocation(r)
	if err != nil {
		return nil, err
	}
	options, err := appOption(r.App)
	if err != nil {
		return nil, err
	}
	proposal, err := client.NewSubChannelProposal(parent, r.challenge(), initial, options)
	if err != nil {
		return nil, err
	}
	return p.propose(ctx, proposal)
}

func (p *peer) cmdProposeVirtual(ctx context.Context, r request) (fields, error) {
	other, err := p.book.named(r.Peer)
	if err != nil {
		return nil, err
	}
	if len(r.Parents) != 2 {
		return nil, errors.New("parents: mine and the peer's")
	}
	parents := make([]channel.ID, len(r.Parents))
	for i, text := range r.Parents {
		if parents[i], err = parseID(text); err != nil {
			return nil, err
		}
	}
	maps := r.IndexMaps
	if maps == nil {
		maps = [][]channel.Index{{0, 1}, {1, 0}}
	}
	initial, err := p.allocation(r)
	if err != nil {
		return nil, err
	}
	proposal, err := client.NewVirtualChannelProposal(r.challenge(), p.chain.participant(), initial,
		[]wireAddress{p.wire.full(), other.address}, parents, maps)
	if err != nil {
		return nil, err
	}
	return p.propose(ctx, proposal)
}

// propose opens a channel and waits until it is funded.
func (p *peer) propose(ctx context.Context, proposal client.ChannelProposal) (fields, error) {
	ctl, err := p.client.ProposeChannel(ctx, proposal)
	if err != nil {
		return nil, err
	}
	t, err := p.funded(ctx, ctl)
	if err != nil {
		return nil, err
	}
	return p.view(t), nil
}

// allocation is what a request puts into a channel at the beginning.
func (p *peer) allocation(r request) (*channel.Allocation, error) {
	balances, err := parseBalances(r.Balances)
	if err != nil {
		return nil, err
	}
	names := r.Assets
	if names == nil {
		names = []string{"eth"}
	}
	if len(balances) != len(names) || len(balances[0]) == 0 {
		return nil, fmt.Errorf("balances of %d assets for %d assets", len(balances), len(names))
	}
	set := p.contractSet()
	assets := make([]channel.Asset, len(names))
	backends := make([]wallet.BackendID, len(names))
	for i, name := range names {
		info, err := set.named(name)
		if err != nil {
			return nil, err
		}
		assets[i], backends[i] = info.on(p.chain.id), ethwallet.BackendID
	}
	initial := channel.NewAllocation(len(balances[0]), backends, assets...)
	initial.Balances = balances
	return initial, initial.Valid()
}

// appOption is the app of a request, which must be a registered one.
func appOption(address string) (client.ProposalOpts, error) {
	if address == "" {
		return client.WithoutApp(), nil
	}
	if !common.IsHexAddress(address) {
		return nil, fmt.Errorf("not an address: %q", address)
	}
	app, err := channel.Resolve(appID(common.HexToAddress(address)))
	if err != nil {
		return nil, err
	}
	return client.WithApp(app, app.NewData()), nil
}

func (p *peer) cmdAccept(ctx context.Context, r request) (fields, error) {
	asked, err := p.asked.takeProposal(r.Proposal)
	if err != nil {
		return nil, err
	}
	t, err := p.accept(ctx, asked)
	if err != nil {
		return nil, err
	}
	return p.view(t), nil
}

func (p *peer) cmdReject(ctx context.Context, r request) (fields, error) {
	asked, err := p.asked.takeProposal(r.Proposal)
	if err != nil {
		return nil, err
	}
	return nil, asked.responder.Reject(ctx, r.Reason)
}
