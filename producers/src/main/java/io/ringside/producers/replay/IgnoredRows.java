package io.ringside.producers.replay;

/**
 * Rows to leave out.
 *
 * @param when which rows
 * @param because why, in the words of the mapping
 */
record IgnoredRows(Condition when, String because) {

    static IgnoredRows read(YamlNode node, Fields fields) {
        node.require("when");
        IgnoredRows ignored = new IgnoredRows(
                fields.when(node), node.require("because").map(YamlNode::text).orElse(""));
        node.refuseOtherKeys();
        return ignored;
    }
}
