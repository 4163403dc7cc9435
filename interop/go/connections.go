package main

import (
	"net"
	"sync"
)

// connections knows every open connection of the peer, so that all can be cut.
type connections struct {
	mu   sync.Mutex
	open map[*trackedConn]struct{}
}

func newConnections() *connections {
	return &connections{open: make(map[*trackedConn]struct{})}
}

func (c *connections) track(raw net.Conn) net.Conn {
	conn := &trackedConn{Conn: raw, owner: c}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.open[conn] = struct{}{}
	return conn
}

// cut closes all of them and says how many there were.
func (c *connections) cut() int {
	c.mu.Lock()
	all := make([]*trackedConn, 0, len(c.open))
	for conn := range c.open {
		all = append(all, conn)
	}
	c.mu.Unlock()
	for _, conn := range all {
		_ = conn.Close()
	}
	return len(all)
}

type trackedConn struct {
	net.Conn
	owner *connections
}

func (t *trackedConn) Close() error {
	t.owner.mu.Lock()
	delete(t.owner.open, t)
	t.owner.mu.Unlock()
	return t.Conn.Close()
}
