package main

import (
	"encoding/hex"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"perun.network/go-perun/channel"
)

func trimHex(text string) string {
	return strings.TrimPrefix(strings.TrimSpace(text), "0x")
}

func parseEthAddress(text string) (common.Address, error) {
	if !common.IsHexAddress(text) {
		return common.Address{}, fmt.Errorf("not an address: %q", text)
	}
	return common.HexToAddress(text), nil
}

func parseID(text string) (channel.ID, error) {
	var id channel.ID
	raw, err := hex.DecodeString(trimHex(text))
	if err != nil || len(raw) != len(id) {
		return id, fmt.Errorf("not a channel id: %q", text)
	}
	copy(id[:], raw)
	return id, nil
}

func parseAmount(text string) (*big.Int, error) {
	amount, ok := new(big.Int).SetString(text, 10)
	if !ok || amount.Sign() < 0 {
		return nil, fmt.Errorf("not an amount: %q", text)
	}
	return amount, nil
}

// parseBalances reads balances[asset][participant].
func parseBalances(rows [][]string) (channel.Balances, error) {
	balances := make(channel.Balances, len(rows))
	for i, row := range rows {
		for _, cell := range row {
			amount, err := parseAmount(cell)
			if err != nil {
				return nil, err
			}
			balances[i] = append(balances[i], amount)
		}
	}
	return balances, nil
}

func formatRow(row []channel.Bal) []string {
	cells := make([]string, len(row))
	for i, amount := range row {
		cells[i] = amount.String()
	}
	return cells
}

func formatBalances(balances channel.Balances) [][]string {
	rows := make([][]string, len(balances))
	for i, row := range balances {
		rows[i] = formatRow(row)
	}
	return rows
}

// sameShape tells whether two balances have the same assets and participants.
func sameShape(a, b channel.Balances) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if len(a[i]) != len(b[i]) {
			return false
		}
	}
	return true
}
