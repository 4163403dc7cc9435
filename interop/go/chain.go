package main

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	ethchannel "github.com/perun-network/perun-eth-backend/channel"
	ethwallet "github.com/perun-network/perun-eth-backend/wallet"
	ethsimple "github.com/perun-network/perun-eth-backend/wallet/simple"
	"perun.network/go-perun/wallet"
)

// Gas limits are ours to set. The backend's own tests use less, which leaves
// no room for a first deposit or a tree of channels.
const (
	depositGas     = 120_000
	adjudicatorGas = 3_000_000
)

// chain is the peer's account on its chain.
type chain struct {
	rpc     *ethclient.Client
	id      *big.Int
	wallet  *ethsimple.Wallet
	account accounts.Account
	backend ethchannel.ContractBackend
	funder  *ethchannel.Funder
	judge   *lateAdjudicator
}

func dialChain(ctx context.Context, o options) (*chain, error) {
	key, err := parseKey(o.key)
	if err != nil {
		return nil, err
	}
	rpc, err := ethclient.DialContext(ctx, o.rpc)
	if err != nil {
		return nil, fmt.Errorf("chain: %w", err)
	}
	id, err := rpc.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("chain: %w", err)
	}
	w := ethsimple.NewWallet(key)
	transactor := ethsimple.NewTransactor(w, types.LatestSignerForChainID(id))
	backend := ethchannel.NewContractBackend(rpc, ethchannel.MakeChainID(id), transactor, o.finality)
	return &chain{
		rpc:     rpc,
		id:      id,
		wallet:  w,
		account: accounts.Account{Address: crypto.PubkeyToAddress(key.PublicKey)},
		backend: backend,
		funder:  ethchannel.NewFunder(backend),
		judge:   &lateAdjudicator{},
	}, nil
}

func parseKey(text string) (*ecdsa.PrivateKey, error) {
	key, err := crypto.HexToECDSA(trimHex(text))
	if err != nil {
		return nil, fmt.Errorf("-key: not a private key") // and never the text itself
	}
	return key, nil
}

// participant is the address that takes part in channels.
func (c *chain) participant() map[wallet.BackendID]wallet.Address {
	return map[wallet.BackendID]wallet.Address{ethwallet.BackendID: ethwallet.AsWalletAddr(c.account.Address)}
}

func (c *chain) wallets() map[wallet.BackendID]wallet.Wallet {
	return map[wallet.BackendID]wallet.Wallet{ethwallet.BackendID: c.wallet}
}

// accounts is what the adjudicator takes with a request.
func (c *chain) accounts() (map[wallet.BackendID]wallet.Account, error) {
	account, err := c.wallet.Unlock(ethwallet.AsWalletAddr(c.account.Address))
	return map[wallet.BackendID]wallet.Account{ethwallet.BackendID: account}, err
}

// use makes a contract set the one of this peer: deposits and disputes go
// there from now on.
func (c *chain) use(set contractSet) {
	c.judge.set(ethchannel.NewAdjudicator(c.backend, common.HexToAddress(set.Adjudicator),
		c.account.Address, c.account, adjudicatorGas))
	for _, asset := range set.Assets {
		var depositor ethchannel.Depositor = ethchannel.NewETHDepositor(depositGas)
		if asset.Token != "" {
			depositor = ethchannel.NewERC20Depositor(common.HexToAddress(asset.Token), depositGas)
		}
		c.funder.RegisterAsset(*asset.on(c.id), depositor, c.account)
	}
}
