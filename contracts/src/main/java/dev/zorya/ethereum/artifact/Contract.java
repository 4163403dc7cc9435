package dev.zorya.ethereum.artifact;

/** A contract that can be deployed. The constructor's arguments, in ABI words, are named in each comment. */
public enum Contract {
    /** No arguments. */
    ADJUDICATOR("Adjudicator"),
    /** {@code (address adjudicator)}. */
    ASSET_HOLDER_ETH("AssetHolderETH"),
    /** {@code (address adjudicator, address token)}. */
    ASSET_HOLDER_ERC20("AssetHolderERC20"),
    /** No arguments. The app of OFFCHAIN.md 5.7: who acts may give and never take. */
    PAYMENT_APP("PaymentApp"),
    /** No arguments. An app without rules, for practice only. */
    TRIVIAL_APP("TrivialApp"),
    /** {@code (address[] accounts, uint256 each)}. A token without value, for practice only. */
    PRACTICE_TOKEN("PracticeToken");

    private final String artifactName;

    Contract(String artifactName) {
        this.artifactName = artifactName;
    }

    /** The name in the Solidity source. */
    public String artifactName() {
        return artifactName;
    }
}
