package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"perun.network/go-perun/channel"
)

// request is a line of input. Each command uses some of the fields.
type request struct {
	ID  any    `json:"id"`
	Cmd string `json:"cmd"`

	Peer      string            `json:"peer"`
	Address   string            `json:"address"`
	Host      string            `json:"host"`
	Policy    string            `json:"policy"`
	Contracts *contractSet      `json:"contracts"`
	Tokens    int               `json:"tokens"`
	Holders   []string          `json:"holders"`
	Channel   string            `json:"channel"`
	Balances  [][]string        `json:"balances"`
	Assets    []string          `json:"assets"`
	Challenge *uint64           `json:"challenge"`
	App       string            `json:"app"`
	Parent    string            `json:"parent"`
	Parents   []string          `json:"parents"`
	IndexMaps [][]channel.Index `json:"index_maps"`
	Proposal  string            `json:"proposal"`
	Update    string            `json:"update"`
	Reason    string            `json:"reason"`
	Amount    string            `json:"amount"`
	Asset     string            `json:"asset"`
	Final     bool              `json:"final"`
	Count     int               `json:"count"`
	Secondary bool              `json:"secondary"`
	Version   uint64            `json:"version"`
	On        *bool             `json:"on"`
	Code      int               `json:"code"`
	Timeout   float64           `json:"timeout"`
}

// defaultChallenge is in seconds.
const defaultChallenge = 10

func (r request) challenge() uint64 {
	if r.Challenge == nil {
		return defaultChallenge
	}
	return *r.Challenge
}

// run does one command and writes its result.
func (p *peer) run(line []byte) {
	began := time.Now()
	p.stats.commands.Add(1)
	var r request
	if err := json.Unmarshal(line, &r); err != nil {
		p.out.result(r.ID, r.Cmd, began, nil, fmt.Errorf("bad line: %w", err))
		return
	}
	do, known := commands[r.Cmd]
	if !known {
		p.out.result(r.ID, r.Cmd, began, nil, fmt.Errorf("unknown command %q", r.Cmd))
		return
	}
	limit := p.opts.timeout
	if r.Timeout > 0 {
		limit = time.Duration(r.Timeout * float64(time.Second))
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	f, err := do(p, ctx, r)
	if err != nil && ctx.Err() != nil && kindOf(err) == "other" {
		// go-perun often hides the context's error behind a text of its own
		err = errors.Join(err, ctx.Err())
	}
	p.out.result(r.ID, r.Cmd, began, f, err)
}
