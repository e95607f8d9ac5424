package io.ringside.producers.replay;

/**
 * How a row tells a survey.
 *
 * @param id tells surveys of one contact apart
 * @param sent when the customer was asked; without it nobody knows how many did not answer
 * @param answered when the customer answered; the end of the row's visit or ticket where the row does not say
 */
record SurveyMapping(
        Condition when,
        Field<String> id,
        Field<Moment> sent,
        Field<Moment> answered,
        Field<Scale.Rating> csat,
        Field<Scale.Rating> nps,
        Field<Scale.Rating> ces,
        Field<Boolean> resolved,
        Field<String> comment) {

    static SurveyMapping read(YamlNode node, Fields fields) {
        SurveyMapping survey = new SurveyMapping(
                fields.when(node),
                fields.optional(node, "id", Vocabulary.TEXT),
                fields.time(node, "sent"),
                fields.time(node, "answered"),
                fields.optional(node, "csat", Scale.SATISFACTION),
                fields.optional(node, "nps", Scale.RECOMMENDATION),
                fields.optional(node, "ces", Scale.EFFORT),
                fields.optional(node, "resolved", Words.YES_NO),
                fields.optional(node, "comment", Vocabulary.TEXT));
        node.refuseOtherKeys();
        return survey;
    }
}
