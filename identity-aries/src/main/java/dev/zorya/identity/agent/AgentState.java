package dev.zorya.identity.agent;

/** Whether the agent can be used now. */
public enum AgentState {
    /** Not heard of yet. */
    STARTING,
    READY,
    /** Asked again and again until it answers. */
    UNREACHABLE,
    /** It answers, but not to this key. Asked again too: it may be started anew with the right one. */
    KEY_REFUSED
}
