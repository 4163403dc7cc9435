package main

import (
	"fmt"

	"perun.network/go-perun/channel"
	"perun.network/go-perun/client"
)

// policy decides on what the other side wants.
type policy string

const (
	policyAuto   policy = "auto"   // proposals, and updates that take nothing from us
	policyAll    policy = "all"    // everything
	policyAsk    policy = "ask"    // waits for commands
	policyReject policy = "reject" // nothing
)

type verdict int

const (
	verdictAccept verdict = iota
	verdictReject
	verdictAsk
)

func parsePolicy(text string) (policy, error) {
	switch p := policy(text); p {
	case policyAuto, policyAll, policyAsk, policyReject:
		return p, nil
	default:
		return "", fmt.Errorf("unknown policy %q: auto, all, ask or reject", text)
	}
}

func (p *peer) setPolicy(text string) error {
	parsed, err := parsePolicy(text)
	if err == nil {
		p.policy.Store(&parsed)
	}
	return err
}

func (p policy) onProposal() verdict {
	switch p {
	case policyAsk:
		return verdictAsk
	case policyReject:
		return verdictReject
	default:
		return verdictAccept
	}
}

func (p policy) onUpdate(from *channel.State, to client.ChannelUpdate) verdict {
	switch {
	case p == policyAsk:
		return verdictAsk
	case p == policyAll, p == policyAuto && !takes(from, to):
		return verdictAccept
	default:
		return verdictReject
	}
}

// takes tells whether an update makes any of our balances smaller. We are the
// one of the two who is not its actor.
func takes(from *channel.State, to client.ChannelUpdate) bool {
	me := 1 - to.ActorIdx
	for i, row := range to.State.Balances {
		if row[me].Cmp(from.Balances[i][me]) < 0 {
			return true
		}
	}
	return false
}
