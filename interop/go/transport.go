package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"sync"

	"perun.network/go-perun/wire"
	wirenet "perun.network/go-perun/wire/net"
)

// transport dials and accepts for the bus: TLS, or the same bytes on bare TCP.
type transport struct {
	listener net.Listener
	server   *tls.Config // nil for bare TCP
	dialing  *tls.Config
	conns    *connections
	book     *peerBook
	ctx      context.Context
	cancel   context.CancelFunc
	closing  sync.Once
}

var (
	_ wirenet.Listener = (*transport)(nil)
	_ wirenet.Dialer   = (*transport)(nil)
)

func newTransport(o options, book *peerBook) (*transport, error) {
	host, _, err := net.SplitHostPort(o.listen)
	if err != nil {
		return nil, fmt.Errorf("-listen: %w", err)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("-listen %s: only the loopback interface", o.listen)
	}
	t := &transport{conns: newConnections(), book: book}
	if o.transport == "tls" {
		if t.server, t.dialing, err = tlsConfigs(o); err != nil {
			return nil, err
		}
	}
	if t.listener, err = net.Listen("tcp", o.listen); err != nil {
		return nil, err
	}
	t.ctx, t.cancel = context.WithCancel(context.Background())
	return t, nil
}

func (t *transport) host() string {
	return t.listener.Addr().String()
}

// Accept waits for a connection.
func (t *transport) Accept(ser wire.EnvelopeSerializer) (wirenet.Conn, error) {
	raw, err := t.listener.Accept()
	if err != nil {
		return nil, err
	}
	conn := t.conns.track(raw)
	if t.server != nil {
		conn = tls.Server(conn, t.server)
	}
	return wirenet.NewIoConn(conn, ser), nil
}

// Dial connects to where the book says that the peer listens.
func (t *transport) Dial(ctx context.Context, to wireAddress, ser wire.EnvelopeSerializer) (wirenet.Conn, error) {
	host, ok := t.book.hostOf(to)
	if !ok {
		return nil, errors.New("no host known for this peer")
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(t.ctx, cancel)()
	var dialer net.Dialer
	raw, err := dialer.DialContext(ctx, "tcp", host)
	if err != nil {
		return nil, err
	}
	conn := t.conns.track(raw)
	if t.dialing == nil {
		return wirenet.NewIoConn(conn, ser), nil
	}
	config := t.dialing.Clone()
	config.ServerName, _, _ = net.SplitHostPort(host)
	secure := tls.Client(conn, config)
	if err := secure.HandshakeContext(ctx); err != nil {
		_ = conn.Close()
		return nil, err
	}
	return wirenet.NewIoConn(secure, ser), nil
}

// Close ends listening and dialing. The bus closes both of its ends, which are
// one here.
func (t *transport) Close() (err error) {
	t.closing.Do(func() {
		t.cancel()
		err = t.listener.Close()
	})
	return err
}
