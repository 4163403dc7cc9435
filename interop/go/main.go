// Command goperun is a scripted channel client on go-perun, driven by JSON
// lines on its standard input and output. Zorya's interoperability tests open
// channels with it.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"sync"

	"dev.zorya/interop/goperun/stdout"
)

// maxLine bounds one command.
const maxLine = 1 << 20

func main() {
	opts, err := parseOptions(os.Args[1:], os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		os.Exit(0)
	case err != nil:
		os.Exit(2)
	}
	out := newOutput(stdout.Lines, opts.name)
	p, err := startPeer(context.Background(), opts, out)
	if err != nil {
		out.event("fatal", fields{"what": err.Error()})
		os.Exit(1)
	}
	p.serve(os.Stdin)
	p.close()
	out.event("stopped", nil)
}

// serve runs commands side by side until the input ends or a command asks for
// the end, and waits for none of them: a command that still runs has lost.
func (p *peer) serve(in io.Reader) {
	lines := make(chan []byte)
	go func() {
		defer close(lines)
		scanner := bufio.NewScanner(in)
		scanner.Buffer(make([]byte, 0, 1<<16), maxLine)
		for scanner.Scan() {
			lines <- append([]byte(nil), scanner.Bytes()...)
		}
	}()
	for {
		select {
		case line, open := <-lines:
			if !open {
				return
			}
			if len(line) > 0 {
				go p.run(line)
			}
		case <-p.stopping.requested:
			return
		}
	}
}

// stopSignal is requested at most once.
type stopSignal struct {
	once      sync.Once
	requested chan struct{}
}

func newStopSignal() *stopSignal {
	return &stopSignal{requested: make(chan struct{})}
}

func (s *stopSignal) request() {
	s.once.Do(func() { close(s.requested) })
}
