package main

import (
	"context"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/perun-network/perun-eth-backend/bindings/peruntoken"
)

// tokensEach is what a holder gets when the command does not say.
var tokensEach = new(big.Int).Exp(big.NewInt(10), big.NewInt(24), nil)

func (p *peer) cmdInfo(context.Context, request) (fields, error) {
	return p.info(), nil
}

func (p *peer) cmdDeploy(ctx context.Context, r request) (fields, error) {
	holders := make([]common.Address, len(r.Holders))
	for i, text := range r.Holders {
		var err error
		if holders[i], err = parseEthAddress(text); err != nil {
			return nil, err
		}
	}
	each := tokensEach
	if r.Amount != "" {
		var err error
		if each, err = parseAmount(r.Amount); err != nil {
			return nil, err
		}
	}
	set, err := p.chain.deploy(ctx, r.Tokens, holders, each)
	return fields{"contracts": set}, err
}

func (p *peer) cmdContracts(_ context.Context, r request) (fields, error) {
	if r.Contracts == nil {
		return nil, errors.New("contracts are missing")
	}
	if err := r.Contracts.check(); err != nil {
		return nil, err
	}
	p.useContracts(*r.Contracts)
	return nil, nil
}

func (p *peer) cmdAddPeer(_ context.Context, r request) (fields, error) {
	return nil, p.book.add(r.Peer, r.Address, r.Host)
}

func (p *peer) cmdPolicy(_ context.Context, r request) (fields, error) {
	return nil, p.setPolicy(r.Policy)
}

func (p *peer) cmdBalances(ctx context.Context, _ request) (fields, error) {
	balances := make(map[string]string)
	for _, asset := range p.contractSet().Assets {
		amount, err := p.balance(ctx, asset)
		if err != nil {
			return nil, err
		}
		balances[asset.Name] = amount.String()
	}
	return fields{"balances": balances}, nil
}

func (p *peer) balance(ctx context.Context, asset assetInfo) (*big.Int, error) {
	own := p.chain.account.Address
	if asset.Token == "" {
		return p.chain.rpc.BalanceAt(ctx, own, nil)
	}
	token, err := peruntoken.NewPeruntokenCaller(common.HexToAddress(asset.Token), p.chain.rpc)
	if err != nil {
		return nil, err
	}
	return token.BalanceOf(&bind.CallOpts{Context: ctx}, own)
}
