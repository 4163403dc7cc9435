package main

import (
	"context"
	"encoding/hex"
	"fmt"

	"perun.network/go-perun/channel"
	"perun.network/go-perun/client"
)

// handleProposal answers a proposal, or leaves it to a command. It returns
// before anything is accepted: go-perun holds a parent's lock while it runs.
func (p *peer) handleProposal(proposal client.ChannelProposal, responder *client.ProposalResponder) {
	p.stats.proposals.Add(1)
	asked := askedProposal{proposal, responder}
	key := p.asked.key("p")
	choice := p.policy.Load().onProposal()
	if choice == verdictAsk {
		p.asked.putProposal(key, asked)
	}
	p.out.event("proposal", p.viewProposal(proposal).with(fields{"proposal": key}))
	switch choice {
	case verdictAsk:
	case verdictReject:
		go p.reportFailure("rejecting a proposal", func(ctx context.Context) error {
			return asked.responder.Reject(ctx, "rejected by policy")
		})
	case verdictAccept:
		go p.reportFailure("accepting a proposal", func(ctx context.Context) error {
			_, err := p.accept(ctx, asked)
			return err
		})
	}
}

func (p *peer) viewProposal(proposal client.ChannelProposal) fields {
	base := proposal.Base()
	f := fields{
		"proposal_id": hex.EncodeToString(base.ProposalID[:]),
		"balances":    formatBalances(base.InitBals.Balances),
		"assets":      p.contractSet().namesOf(base.InitBals.Assets),
		"challenge":   base.ChallengeDuration,
		"app":         !channel.IsNoApp(base.App),
	}
	switch m := proposal.(type) {
	case *client.LedgerChannelProposalMsg:
		return f.with(fields{"kind": "ledger", "from": p.nameOf(m.Peers[client.ProposerIdx])})
	case *client.VirtualChannelProposalMsg:
		return f.with(fields{"kind": "virtual", "from": p.nameOf(m.Peers[client.ProposerIdx])})
	case *client.SubChannelProposalMsg:
		f = f.with(fields{"kind": "sub", "parent": hex.EncodeToString(m.Parent[:])})
		if parent, ok := p.tracks.find(m.Parent); ok {
			f["from"] = parent.peers[client.ProposerIdx]
		}
	}
	return f
}

// accept agrees to a proposal and waits until the channel is funded.
func (p *peer) accept(ctx context.Context, asked askedProposal) (*track, error) {
	var answer client.ChannelProposalAccept
	switch m := asked.proposal.(type) {
	case *client.LedgerChannelProposalMsg:
		answer = m.Accept(p.chain.participant(), client.WithRandomNonce())
	case *client.SubChannelProposalMsg:
		answer = m.Accept(client.WithRandomNonce())
	case *client.VirtualChannelProposalMsg:
		answer = m.Accept(p.chain.participant(), client.WithRandomNonce())
	default:
		return nil, fmt.Errorf("unknown kind of proposal %T", m)
	}
	ctl, err := asked.responder.Accept(ctx, answer)
	if err != nil {
		return nil, err
	}
	return p.funded(ctx, ctl)
}

// funded watches an open channel and reports it.
func (p *peer) funded(ctx context.Context, ctl *client.Channel) (*track, error) {
	t, ok := p.tracks.find(ctl.ID())
	if !ok {
		return nil, fmt.Errorf("channel %x appeared without a track", ctl.ID())
	}
	if p.opts.watch {
		p.watchOrWarn(ctx, t)
	}
	p.out.event("funded", p.view(t))
	return t, nil
}

// handleUpdate answers an update, or leaves it to a command.
func (p *peer) handleUpdate(from *channel.State, update client.ChannelUpdate, responder *client.UpdateResponder) {
	choice := p.policy.Load().onUpdate(from, update)
	asked := askedUpdate{responder}
	key := p.asked.key("u")
	if choice == verdictAsk {
		p.asked.putUpdate(key, asked)
	}
	if choice != verdictAccept {
		p.announceUpdate(key, update)
	}
	switch choice {
	case verdictAsk:
	case verdictReject:
		p.stats.rejected.Add(1)
		p.reportFailure("rejecting an update", func(ctx context.Context) error {
			return responder.Reject(ctx, "rejected by policy")
		})
	case verdictAccept:
		p.reportFailure("accepting an update", responder.Accept)
	}
}

// announceUpdate shows the channel as it would become.
func (p *peer) announceUpdate(key string, update client.ChannelUpdate) {
	t, ok := p.tracks.find(update.State.ID)
	if !ok {
		return
	}
	f := p.view(t).with(p.viewState(update.State))
	p.out.event("update", f.with(fields{
		"update": key, "actor": update.ActorIdx, "from": t.peers[update.ActorIdx],
	}))
}

// reportFailure does something that no command waits for.
func (p *peer) reportFailure(what string, do func(context.Context) error) {
	ctx, cancel := context.WithTimeout(context.Background(), p.opts.timeout)
	defer cancel()
	if err := do(ctx); err != nil {
		p.out.event("error", fields{"what": fmt.Sprintf("%s: %v", what, err), "kind": kindOf(err)})
	}
}
