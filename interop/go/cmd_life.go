package main

import (
	"context"
	"os"
)

func (p *peer) cmdChannels(context.Context, request) (fields, error) {
	all := []fields{}
	for _, t := range p.tracks.list() {
		all = append(all, p.view(t))
	}
	return fields{"channels": all}, nil
}

func (p *peer) cmdState(_ context.Context, r request) (fields, error) {
	t, err := p.tracks.get(r.Channel)
	if err != nil {
		return nil, err
	}
	return p.view(t), nil
}

func (p *peer) cmdStats(context.Context, request) (fields, error) {
	return fields{
		"commands":  p.stats.commands.Load(),
		"proposals": p.stats.proposals.Load(),
		"channels":  p.stats.channels.Load(),
		"updates":   p.stats.updates.Load(),
		"disputes":  p.stats.disputes.Load(),
		"rejected":  p.stats.rejected.Load(),
	}, nil
}

func (p *peer) cmdDisconnect(context.Context, request) (fields, error) {
	return fields{"cut": p.transport.conns.cut()}, nil
}

func (p *peer) cmdRestore(ctx context.Context, _ request) (fields, error) {
	count, err := p.restore(ctx)
	return fields{"channels": count}, err
}

// cmdCrash ends the process without any of its goodbyes.
func (p *peer) cmdCrash(_ context.Context, r request) (fields, error) {
	os.Exit(r.Code)
	return nil, nil
}

// cmdStop ends the peer when its own result has been written, which is when the
// command's context ends.
func (p *peer) cmdStop(ctx context.Context, _ request) (fields, error) {
	context.AfterFunc(ctx, p.stopping.request)
	return nil, nil
}
