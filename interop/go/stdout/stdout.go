// Package stdout keeps standard output for the protocol alone.
//
// A library that go-perun uses prints a line when it is initialised. Packages
// are initialised in the order of their paths as far as their imports allow,
// so this one, which imports next to nothing, comes before.
package stdout

import "os"

// Lines is the real standard output. Who writes to os.Stdout writes to standard
// error.
var Lines = take()

func take() *os.File {
	lines := os.Stdout
	os.Stdout = os.Stderr
	return lines
}
