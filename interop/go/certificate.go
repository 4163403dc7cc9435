package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

// tlsConfigs makes the configurations for accepting and for dialing.
func tlsConfigs(o options) (server, dialing *tls.Config, err error) {
	cert, err := ownCertificate(o)
	if err != nil {
		return nil, nil, fmt.Errorf("certificate: %w", err)
	}
	server = &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12}
	dialing = &tls.Config{MinVersion: tls.VersionTLS12}
	if o.tlsCA == "" {
		dialing.InsecureSkipVerify = true // the wire identity is what counts to go-perun
		return server, dialing, nil
	}
	roots, err := os.ReadFile(o.tlsCA)
	if err != nil {
		return nil, nil, err
	}
	dialing.RootCAs = x509.NewCertPool()
	if !dialing.RootCAs.AppendCertsFromPEM(roots) {
		return nil, nil, fmt.Errorf("-tls-ca: no certificate in %s", o.tlsCA)
	}
	return server, dialing, nil
}

func ownCertificate(o options) (tls.Certificate, error) {
	if (o.tlsCert == "") != (o.tlsKey == "") {
		return tls.Certificate{}, errors.New("-tls-cert and -tls-key belong together")
	}
	if o.tlsCert != "" {
		return tls.LoadX509KeyPair(o.tlsCert, o.tlsKey)
	}
	folder, kept := o.storeFolder()
	file := filepath.Join(folder, "tls.pem")
	if kept {
		// peers pin what they saw first, so it must survive a restart
		if cert, err := tls.LoadX509KeyPair(file, file); err == nil {
			return cert, nil
		}
	}
	blocks, err := selfSigned(o.name)
	if err != nil {
		return tls.Certificate{}, err
	}
	if kept {
		if err := writePEM(file, blocks...); err != nil {
			return tls.Certificate{}, err
		}
	}
	return tls.X509KeyPair(pem.EncodeToMemory(blocks[0]), pem.EncodeToMemory(blocks[1]))
}

// selfSigned makes a certificate for the loopback interface, and its key.
func selfSigned(name string) ([]*pem.Block, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()),
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().AddDate(1, 0, 0),
		KeyUsage:     x509.KeyUsageDigitalSignature,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		IPAddresses:  []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback},
		DNSNames:     []string{"localhost"},
	}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	encoded, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return nil, err
	}
	return []*pem.Block{{Type: "CERTIFICATE", Bytes: cert}, {Type: "EC PRIVATE KEY", Bytes: encoded}}, nil
}
