package io.ringside.producers.replay;

/**
 * The whole numbers a rating may have.
 *
 * @param highIsEasy whether a high answer means little effort; says nothing of other ratings
 */
record Scale(int lowest, int highest, boolean highIsEasy) {
    static final Vocabulary<Rating> SATISFACTION = choice -> mapped(choice, 1, 5, true)::rating;
    static final Vocabulary<Rating> RECOMMENDATION = choice -> new Scale(0, 10, true)::rating;
    static final Vocabulary<Rating> EFFORT = choice -> mapped(
            choice, 1, 7, choice.get("highIsEasy").map(YamlNode::trueOrFalse).orElse(true))::rating;

    /** An answer on its scale. */
    record Rating(int answer, Scale scale) {}

    private static Scale mapped(YamlNode choice, int lowest, int highest, boolean highIsEasy) {
        Scale scale = new Scale(
                choice.get("lowest").map(YamlNode::wholeNumber).orElse(lowest),
                choice.get("highest").map(YamlNode::wholeNumber).orElse(highest),
                highIsEasy);
        if (scale.lowest >= scale.highest) {
            choice.refuse("lowest must be less than highest");
        }
        return scale;
    }

    private Rating rating(String cell) throws UnreadableCell {
        String rule = "must be a whole number from %d to %d".formatted(lowest, highest);
        try {
            int answer = Integer.parseInt(cell.replaceFirst("\\.0+$", ""));
            if (answer < lowest || answer > highest) {
                throw new UnreadableCell(rule);
            }
            return new Rating(answer, this);
        } catch (NumberFormatException noNumber) {
            throw new UnreadableCell(rule);
        }
    }
}
