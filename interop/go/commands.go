package main

import "context"

// command does what a request asks and returns the fields of its result.
type command func(*peer, context.Context, request) (fields, error)

// commands are all that the peer can be asked.
var commands = map[string]command{
	"info":      (*peer).cmdInfo,
	"deploy":    (*peer).cmdDeploy,
	"contracts": (*peer).cmdContracts,
	"add-peer":  (*peer).cmdAddPeer,
	"policy":    (*peer).cmdPolicy,

	"propose":         (*peer).cmdPropose,
	"propose-sub":     (*peer).cmdProposeSub,
	"propose-virtual": (*peer).cmdProposeVirtual,
	"accept":          (*peer).cmdAccept,
	"reject":          (*peer).cmdReject,

	"accept-update": (*peer).cmdAcceptUpdate,
	"reject-update": (*peer).cmdRejectUpdate,
	"pay":           (*peer).cmdPay,
	"update":        (*peer).cmdUpdate,
	"finalize":      (*peer).cmdFinalize,
	"pay-many":      (*peer).cmdPayMany,

	"settle":             (*peer).cmdSettle,
	"close":              (*peer).cmdClose,
	"register":           (*peer).cmdRegister,
	"register-old-state": (*peer).cmdRegisterOld,
	"force-update":       (*peer).cmdForceUpdate,
	"watch":              (*peer).cmdWatch,

	"channels":   (*peer).cmdChannels,
	"state":      (*peer).cmdState,
	"balances":   (*peer).cmdBalances,
	"stats":      (*peer).cmdStats,
	"disconnect": (*peer).cmdDisconnect,
	"restore":    (*peer).cmdRestore,
	"crash":      (*peer).cmdCrash,
	"stop":       (*peer).cmdStop,
}
