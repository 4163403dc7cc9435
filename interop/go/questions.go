package main

import (
	"fmt"
	"sync"

	"perun.network/go-perun/client"
)

// askedProposal waits for accept or reject.
type askedProposal struct {
	proposal  client.ChannelProposal
	responder *client.ProposalResponder
}

// askedUpdate waits for accept-update or reject-update, and holds its channel's
// lock until then.
type askedUpdate struct {
	responder *client.UpdateResponder
}

// questions are what waits for an answer, by the key that its event names.
type questions struct {
	mu        sync.Mutex
	next      int
	proposals map[string]askedProposal
	updates   map[string]askedUpdate
}

func newQuestions() *questions {
	return &questions{proposals: make(map[string]askedProposal), updates: make(map[string]askedUpdate)}
}

func (q *questions) key(prefix string) string {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.next++
	return fmt.Sprintf("%s%d", prefix, q.next)
}

func (q *questions) putProposal(key string, a askedProposal) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.proposals[key] = a
}

func (q *questions) putUpdate(key string, a askedUpdate) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.updates[key] = a
}

// takeProposal removes and returns it: a proposal is answered once.
func (q *questions) takeProposal(key string) (askedProposal, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	a, ok := q.proposals[key]
	if !ok {
		return a, fmt.Errorf("no proposal %q waits", key)
	}
	delete(q.proposals, key)
	return a, nil
}

func (q *questions) takeUpdate(key string) (askedUpdate, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	a, ok := q.updates[key]
	if !ok {
		return a, fmt.Errorf("no update %q waits", key)
	}
	delete(q.updates, key)
	return a, nil
}
