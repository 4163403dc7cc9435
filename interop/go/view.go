package main

import (
	"encoding/hex"

	"perun.network/go-perun/channel"
)

// view describes a channel as it is now.
func (p *peer) view(t *track) fields {
	t.mu.Lock()
	state, phase, watching, kept := t.state, t.phase, t.watching, len(t.signed)
	t.mu.Unlock()
	f := fields{
		"channel":   hex.EncodeToString(t.id[:]),
		"kind":      t.kind,
		"phase":     phase.String(),
		"index":     t.index,
		"challenge": t.params.ChallengeDuration,
		"app":       !channel.IsNoApp(t.params.App),
		"peers":     t.peers,
		"watching":  watching,
		"history":   kept,
	}
	if t.parent != nil {
		f["parent"] = hex.EncodeToString(t.parent[:])
	}
	if state == nil {
		return f
	}
	return f.with(p.viewState(state))
}

// viewState describes a state.
func (p *peer) viewState(s *channel.State) fields {
	locked := make([]fields, len(s.Locked))
	for i, l := range s.Locked {
		locked[i] = fields{
			"channel":   hex.EncodeToString(l.ID[:]),
			"balances":  formatRow(l.Bals),
			"index_map": l.IndexMap,
		}
	}
	return fields{
		"version":  s.Version,
		"final":    s.IsFinal,
		"assets":   p.contractSet().namesOf(s.Assets),
		"balances": formatBalances(s.Balances),
		"locked":   locked,
	}
}
