package main

import (
	"flag"
	"fmt"
	"io"
	"time"
)

// options are the flags of the program.
type options struct {
	name, key, listen, rpc    string
	adjudicator, app, assets  string
	serializer, transport     string
	wireID, wireKey           string
	tlsCert, tlsKey, tlsCA    string
	persist, logLevel, policy string
	peers                     string
	watch, restore, quiet     bool
	history                   int
	timeout                   time.Duration
	finality                  uint64
}

// parseOptions reads the flags and writes what is wrong with them to errs.
func parseOptions(args []string, errs io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("goperun", flag.ContinueOnError)
	set.SetOutput(errs)
	set.StringVar(&o.name, "name", "", "name of the peer, also in its wire address")
	set.StringVar(&o.key, "key", "", "secp256k1 private key (hex): participant and sender of transactions")
	set.StringVar(&o.listen, "listen", "127.0.0.1:0", "loopback host:port; port 0 picks one")
	set.StringVar(&o.rpc, "rpc", "", "WebSocket endpoint of the chain")
	set.StringVar(&o.adjudicator, "adjudicator", "", "address of the adjudicator")
	set.StringVar(&o.app, "app", "", "address of the payment app")
	set.StringVar(&o.assets, "assets", "", "name=holder[/token],...; without a token it is ether")
	set.StringVar(&o.serializer, "serializer", "perunio", "perunio or protobuf")
	set.StringVar(&o.transport, "transport", "tls", "tls or plain")
	set.StringVar(&o.wireID, "wireid", "simple", "kind of wire identity; only simple")
	set.StringVar(&o.wireKey, "wirekey", "", "PEM file of the RSA wire key, made when missing")
	set.StringVar(&o.tlsCert, "tls-cert", "", "PEM file of the certificate")
	set.StringVar(&o.tlsKey, "tls-key", "", "PEM file of the certificate's key")
	set.StringVar(&o.tlsCA, "tls-ca", "", "PEM file of the roots; without it certificates are not checked")
	set.StringVar(&o.persist, "persist", "", "folder of the store, mem, or empty for none")
	set.StringVar(&o.logLevel, "log", "error", "log level of go-perun, on standard error")
	set.StringVar(&o.policy, "policy", "auto", "auto, all, ask or reject")
	set.StringVar(&o.peers, "peers", "", "name=hexaddress@host:port,...")
	set.BoolVar(&o.watch, "watch", true, "start the watcher on every channel")
	set.BoolVar(&o.restore, "restore", false, "restore stored channels at start")
	set.BoolVar(&o.quiet, "quiet", false, "no updated event for each update")
	set.IntVar(&o.history, "history", 256, "signed states kept for register-old-state")
	set.DurationVar(&o.timeout, "timeout", time.Minute, "default limit of a command")
	set.Uint64Var(&o.finality, "finality", 1, "blocks until a transaction counts")
	if err := set.Parse(args); err != nil {
		return o, err
	}
	err := o.check(set.Args())
	if err != nil {
		fmt.Fprintln(errs, err)
	}
	return o, err
}

func (o options) check(rest []string) error {
	switch {
	case len(rest) > 0:
		return fmt.Errorf("not a flag: %q", rest[0])
	case o.name == "" || o.key == "" || o.rpc == "":
		return fmt.Errorf("-name, -key and -rpc are needed")
	case o.wireID != "simple":
		return fmt.Errorf("-wireid %s: the Ethereum backend's wire addresses cannot be decoded, use simple", o.wireID)
	case o.serializer != "perunio" && o.serializer != "protobuf":
		return fmt.Errorf("-serializer %s: perunio or protobuf", o.serializer)
	case o.transport != "tls" && o.transport != "plain":
		return fmt.Errorf("-transport %s: tls or plain", o.transport)
	case o.finality < 1 || o.history < 1:
		return fmt.Errorf("-finality and -history are at least 1")
	}
	_, err := parsePolicy(o.policy)
	return err
}
