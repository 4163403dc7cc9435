package main

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"

	ethwallet "github.com/perun-network/perun-eth-backend/wallet"
	"perun.network/go-perun/wallet"
	"perun.network/go-perun/wire"
	netsimple "perun.network/go-perun/wire/net/simple"
)

const wireKeyBits = 2048

// wireAddress is an identity as the client takes it: one entry, keyed by the
// ledger.
type wireAddress = map[wallet.BackendID]wire.Address

// wireAccount is a wire identity of the kind "simple" whose key outlives the
// process, which the library's own account cannot.
type wireAccount struct {
	address *netsimple.Address
	key     *rsa.PrivateKey
}

// Address is the name and the public key.
func (a *wireAccount) Address() wire.Address { return a.address }

// Sign makes an RSASSA-PKCS1-v1_5 signature with SHA-256.
func (a *wireAccount) Sign(msg []byte) ([]byte, error) {
	digest := sha256.Sum256(msg)
	return rsa.SignPKCS1v15(rand.Reader, a.key, crypto.SHA256, digest[:])
}

// newWireAccount reads the key from the file, or makes it there. With an empty
// file name the key is gone at the end.
func newWireAccount(name, file string) (*wireAccount, error) {
	key, err := readWireKey(file)
	if errors.Is(err, fs.ErrNotExist) {
		key, err = makeWireKey(file)
	}
	if err != nil {
		return nil, fmt.Errorf("wire key: %w", err)
	}
	return &wireAccount{&netsimple.Address{Name: name, PublicKey: &key.PublicKey}, key}, nil
}

func readWireKey(file string) (*rsa.PrivateKey, error) {
	if file == "" {
		return nil, fs.ErrNotExist
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, fmt.Errorf("%s is not PEM", file)
	}
	if key, err := x509.ParsePKCS1PrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	key, ok := parsed.(*rsa.PrivateKey)
	if !ok {
		return nil, fmt.Errorf("%s is not an RSA key", file)
	}
	return key, nil
}

func makeWireKey(file string) (*rsa.PrivateKey, error) {
	key, err := rsa.GenerateKey(rand.Reader, wireKeyBits)
	if err != nil || file == "" {
		return key, err
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	return key, writePEM(file, &pem.Block{Type: "PRIVATE KEY", Bytes: encoded})
}

// writePEM writes the blocks to a file that only its owner can read.
func writePEM(file string, blocks ...*pem.Block) error {
	var text []byte
	for _, block := range blocks {
		text = append(text, pem.EncodeToMemory(block)...)
	}
	return os.WriteFile(file, text, 0o600)
}

// full is the account's identity as peers know it.
func (a *wireAccount) full() wireAddress {
	return wireAddress{ethwallet.BackendID: a.address}
}

// hex is the binary form of the address.
func (a *wireAccount) hex() string {
	return hexOf(a.address)
}

func hexOf(a wire.Address) string {
	b, err := a.MarshalBinary()
	if err != nil {
		panic(err) // a name of more than 64 kB cannot come from a flag
	}
	return hex.EncodeToString(b)
}

// parseWireAddress reads the hex of a binary address; it must have a key, as
// nobody can be authenticated without.
func parseWireAddress(text string) (wireAddress, error) {
	raw, err := hex.DecodeString(trimHex(text))
	if err != nil {
		return nil, fmt.Errorf("wire address: %w", err)
	}
	var a netsimple.Address
	if err := a.UnmarshalBinary(raw); err != nil {
		return nil, fmt.Errorf("wire address: %w", err)
	}
	if a.PublicKey == nil {
		return nil, errors.New("wire address: it has no key")
	}
	return wireAddress{ethwallet.BackendID: &a}, nil
}
