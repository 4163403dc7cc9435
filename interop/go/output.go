package main

import (
	"encoding/json"
	"io"
	"sync"
	"time"
)

// fields are the members of a line of output.
type fields map[string]any

// with returns the fields with those of more added; more wins.
func (f fields) with(more fields) fields {
	sum := make(fields, len(f)+len(more))
	for k, v := range f {
		sum[k] = v
	}
	for k, v := range more {
		sum[k] = v
	}
	return sum
}

// output writes one JSON object a line; safe for concurrent use.
type output struct {
	peer string
	mu   sync.Mutex
	enc  *json.Encoder
}

func newOutput(w io.Writer, peer string) *output {
	return &output{peer: peer, enc: json.NewEncoder(w)}
}

// event reports something that nobody waited for.
func (o *output) event(name string, f fields) {
	o.write(f.with(fields{"type": "event", "event": name}))
}

// result answers the command of that id and name, which began at the given time.
func (o *output) result(id any, cmd string, began time.Time, f fields, err error) {
	line := f.with(fields{"type": "result", "id": id, "cmd": cmd, "ok": err == nil})
	line["ms"] = float64(time.Since(began).Microseconds()) / 1000
	if err != nil {
		line["error"] = err.Error()
		line["kind"] = kindOf(err)
	}
	o.write(line)
}

func (o *output) write(line fields) {
	line["peer"] = o.peer
	line["t"] = time.Now().UnixMilli()
	o.mu.Lock()
	defer o.mu.Unlock()
	// the reader is gone when this fails, and then the input ends too
	_ = o.enc.Encode(line)
}
