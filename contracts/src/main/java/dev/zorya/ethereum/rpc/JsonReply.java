package dev.zorya.ethereum.rpc;

import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** A response whose result is read by whoever asked. Public for the JSON reader only. */
public final class JsonReply extends Response<JsonNode> {
    @Override
    public JsonNode getResult() {
        JsonNode result = super.getResult();
        return result == null ? NullNode.getInstance() : result;
    }
}
