package main

import (
	"context"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	ethchannel "github.com/perun-network/perun-eth-backend/channel"
	ethwallet "github.com/perun-network/perun-eth-backend/wallet"
	"perun.network/go-perun/apps/payment"
	"perun.network/go-perun/channel"
)

// contractSet is what a network of channels shares.
type contractSet struct {
	Adjudicator string      `json:"adjudicator"`
	App         string      `json:"app"`
	Assets      []assetInfo `json:"assets"`
}

// assetInfo names an asset holder; without a token it holds ether.
type assetInfo struct {
	Name   string `json:"name"`
	Holder string `json:"holder"`
	Token  string `json:"token,omitempty"`
}

// on is the asset of that holder on the chain of this id.
func (a assetInfo) on(chainID *big.Int) *ethchannel.Asset {
	return ethchannel.NewAsset(chainID, common.HexToAddress(a.Holder))
}

// flagContracts reads -adjudicator, -app and -assets; ok tells whether they
// were given.
func flagContracts(o options) (set contractSet, ok bool, err error) {
	set = contractSet{Adjudicator: o.adjudicator, App: o.app}
	for _, entry := range strings.FieldsFunc(o.assets, func(r rune) bool { return r == ',' }) {
		name, addresses, found := strings.Cut(entry, "=")
		if !found {
			return set, false, fmt.Errorf("-assets: %q is not name=holder[/token]", entry)
		}
		holder, token, _ := strings.Cut(addresses, "/")
		set.Assets = append(set.Assets, assetInfo{name, holder, token})
	}
	if o.adjudicator == "" && len(set.Assets) == 0 {
		return set, false, nil
	}
	return set, true, set.check()
}

func (s contractSet) check() error {
	if _, err := parseEthAddress(s.Adjudicator); err != nil {
		return fmt.Errorf("adjudicator: %w", err)
	}
	if s.App != "" {
		if _, err := parseEthAddress(s.App); err != nil {
			return fmt.Errorf("app: %w", err)
		}
	}
	for _, a := range s.Assets {
		if _, err := parseEthAddress(a.Holder); err != nil || a.Name == "" {
			return fmt.Errorf("asset %q needs a name and the address of its holder", a.Name)
		}
		if a.Token != "" && !common.IsHexAddress(a.Token) {
			return fmt.Errorf("asset %q: not an address: %q", a.Name, a.Token)
		}
	}
	return nil
}

func (s contractSet) named(name string) (assetInfo, error) {
	for _, a := range s.Assets {
		if a.Name == name {
			return a, nil
		}
	}
	return assetInfo{}, fmt.Errorf("unknown asset %q", name)
}

// nameOf is the name of an asset, else its holder's address.
func (s contractSet) nameOf(a channel.Asset) string {
	eth, ok := a.(*ethchannel.Asset)
	if !ok {
		return ""
	}
	for _, known := range s.Assets {
		if common.HexToAddress(known.Holder) == eth.EthAddress() {
			return known.Name
		}
	}
	return eth.EthAddress().Hex()
}

func (s contractSet) namesOf(assets []channel.Asset) []string {
	names := make([]string, len(assets))
	for i, a := range assets {
		names[i] = s.nameOf(a)
	}
	return names
}

// registerApp makes the payment app known to go-perun under an address.
func registerApp(address string) {
	if address != "" {
		channel.RegisterApp(&payment.App{ID: appID(common.HexToAddress(address))})
	}
}

func appID(address common.Address) channel.AppID {
	return &ethchannel.AppID{Address: ethwallet.AsWalletAddr(address)}
}

// deploy puts the official contracts on the chain, from the backend's
// bindings: one holder of ether and one for each new token.
func (c *chain) deploy(ctx context.Context, tokens int, holders []common.Address, each *big.Int) (contractSet, error) {
	adjudicator, err := ethchannel.DeployAdjudicator(ctx, c.backend, c.account)
	if err != nil {
		return contractSet{}, err
	}
	ether, err := ethchannel.DeployETHAssetholder(ctx, c.backend, adjudicator, c.account)
	if err != nil {
		return contractSet{}, err
	}
	app, err := ethchannel.DeployTrivialApp(ctx, c.backend, c.account)
	if err != nil {
		return contractSet{}, err
	}
	set := contractSet{Adjudicator: adjudicator.Hex(), App: app.Hex(), Assets: []assetInfo{{Name: "eth", Holder: ether.Hex()}}}
	for i := 0; i < tokens; i++ {
		token, err := ethchannel.DeployPerunToken(ctx, c.backend, c.account, holders, each)
		if err != nil {
			return contractSet{}, err
		}
		holder, err := ethchannel.DeployERC20Assetholder(ctx, c.backend, adjudicator, token, c.account)
		if err != nil {
			return contractSet{}, err
		}
		set.Assets = append(set.Assets, assetInfo{fmt.Sprintf("tok%d", i), holder.Hex(), token.Hex()})
	}
	return set, nil
}
