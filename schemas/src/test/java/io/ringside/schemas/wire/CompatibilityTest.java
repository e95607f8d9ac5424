package io.ringside.schemas.wire;

import java.util.List;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

import static io.ringside.schemas.wire.Compatibility.BACKWARD;
import static io.ringside.schemas.wire.Compatibility.FORWARD;
import static io.ringside.schemas.wire.Compatibility.FULL;
import static io.ringside.schemas.wire.Compatibility.FULL_TRANSITIVE;
import static io.ringside.schemas.wire.Compatibility.NONE;
import static org.assertj.core.api.Assertions.assertThat;

class CompatibilityTest {
    private static final Schema AGENT = shift("{'name':'agent','type':'string'}");
    private static final Schema AGENT_AND_OPTIONAL_TEAM =
            shift("{'name':'agent','type':'string'},{'name':'team','type':['null','string'],'default':null}");
    private static final Schema AGENT_AND_TEAM =
            shift("{'name':'agent','type':'string'},{'name':'team','type':'string'}");
    private static final Schema AGENT_AS_NUMBER = shift("{'name':'agent','type':'long'}");
    private static final Schema EARLY_OR_LATE = shift(state("'UNKNOWN','EARLY','LATE'", ",'default':'UNKNOWN'"));
    private static final Schema EARLY_LATE_OR_NIGHT =
            shift(state("'UNKNOWN','EARLY','LATE','NIGHT'", ",'default':'UNKNOWN'"));
    private static final Schema NIGHT_WITHOUT_DEFAULT = shift(state("'UNKNOWN','EARLY','LATE','NIGHT'", ""));
    private static final Schema EARLY_OR_LATE_WITHOUT_DEFAULT = shift(state("'UNKNOWN','EARLY','LATE'", ""));

    private static Schema shift(String fields) {
        return SchemaRegistryContract.schema(fields.replace('\'', '"'));
    }

    private static String state(String symbols, String more) {
        return "{'name':'kind','type':{'type':'enum','name':'Kind','symbols':[" + symbols + "]" + more + "}}";
    }

    private static boolean fits(Compatibility level, Schema next, Schema... earlier) {
        return level.conflict(next, List.of(earlier)).isEmpty();
    }

    @Test
    void anOptionalFieldMayComeAndGo() {
        assertThat(fits(FULL_TRANSITIVE, AGENT_AND_OPTIONAL_TEAM, AGENT)).isTrue();
        assertThat(fits(FULL_TRANSITIVE, AGENT, AGENT_AND_OPTIONAL_TEAM)).isTrue();
    }

    @Test
    void aRequiredFieldMayNotComeAsOldRecordsLackIt() {
        assertThat(fits(BACKWARD, AGENT_AND_TEAM, AGENT)).isFalse();
        assertThat(fits(FORWARD, AGENT_AND_TEAM, AGENT)).isTrue();
        assertThat(fits(FULL, AGENT_AND_TEAM, AGENT)).isFalse();
    }

    @Test
    void aRequiredFieldMayNotGoAsOldReadersNeedIt() {
        assertThat(fits(BACKWARD, AGENT, AGENT_AND_TEAM)).isTrue();
        assertThat(fits(FORWARD, AGENT, AGENT_AND_TEAM)).isFalse();
    }

    @Test
    void aFieldMayNotChangeItsType() {
        assertThat(FULL_TRANSITIVE.conflict(AGENT_AS_NUMBER, List.of(AGENT)))
                .hasValueSatisfying(why -> assertThat(why).contains("TYPE_MISMATCH", "/fields/0"));
    }

    @Test
    void anEnumMayGrowIfItsTypeHasADefault() {
        assertThat(fits(FULL_TRANSITIVE, EARLY_LATE_OR_NIGHT, EARLY_OR_LATE)).isTrue();
        assertThat(fits(FULL_TRANSITIVE, NIGHT_WITHOUT_DEFAULT, EARLY_OR_LATE_WITHOUT_DEFAULT))
                .isFalse();
    }

    @Test
    void onlyATransitiveLevelLooksPastTheLatestVersion() {
        assertThat(fits(FULL, AGENT_AND_TEAM, AGENT, AGENT_AND_OPTIONAL_TEAM)).isFalse();
        assertThat(fits(FULL, AGENT_AND_TEAM, AGENT, AGENT_AND_TEAM)).isTrue();
        assertThat(FULL_TRANSITIVE.conflict(AGENT_AND_TEAM, List.of(AGENT, AGENT_AND_TEAM)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("cannot read data of version 1: "));
    }

    @Test
    void noneAsksForNothing() {
        assertThat(fits(NONE, AGENT_AS_NUMBER, AGENT)).isTrue();
    }
}
