package main

import (
	"context"
	"errors"

	"perun.network/go-perun/client"
)

// kindOf classifies a failure for whoever drives the peer.
func kindOf(err error) string {
	var (
		rejected client.PeerRejectedError
		late     client.RequestTimedOutError
		funding  client.ChannelFundingError
		funding2 *client.ChannelFundingError
		tx       client.TxTimedoutError
		offline  client.ChainNotReachableError
	)
	switch {
	case errors.As(err, &rejected):
		return "rejected"
	case errors.As(err, &funding), errors.As(err, &funding2):
		return "funding"
	case errors.As(err, &tx):
		return "tx-timeout"
	case errors.As(err, &offline):
		return "chain"
	case errors.As(err, &late), errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	default:
		return "other"
	}
}
