package main

import (
	"os"
	"path/filepath"

	"perun.network/go-perun/channel/persistence"
	"perun.network/go-perun/channel/persistence/keyvalue"
	"polycry.pt/poly-go/sortedkv/leveldb"
	"polycry.pt/poly-go/sortedkv/memorydb"
)

// storeFolder is where things outlive the process, if they do.
func (o options) storeFolder() (folder string, kept bool) {
	return o.persist, o.persist != "" && o.persist != "mem"
}

// wireKeyFile is where the wire key is kept; empty if it is not.
func (o options) wireKeyFile() string {
	if folder, kept := o.storeFolder(); o.wireKey == "" && kept {
		return filepath.Join(folder, "wire.pem")
	}
	return o.wireKey
}

// openStore opens go-perun's own key-value store.
func openStore(o options) (persistence.PersistRestorer, error) {
	switch folder, kept := o.storeFolder(); {
	case kept:
		db, err := leveldb.LoadDatabase(filepath.Join(folder, "channels"))
		if err != nil {
			return nil, err
		}
		return keyvalue.NewPersistRestorer(db), nil
	case folder == "mem":
		return keyvalue.NewPersistRestorer(memorydb.NewDatabase()), nil
	default:
		return persistence.NonPersistRestorer, nil
	}
}

func (o options) prepareStore() error {
	folder, kept := o.storeFolder()
	if !kept {
		return nil
	}
	return os.MkdirAll(folder, 0o700)
}
