package io.ringside.core.kpis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

final class TimelineTest {

    @Property(tries = 100)
    void keepsMomentsInTheirOrderHoweverTheyCome(@ForAll List<@LongRange(min = -20, max = 20) Long> moments) {
        Timeline<String> line = new Timeline<>();
        TreeMap<Long, String> tree = new TreeMap<>();
        for (long moment : moments) {
            assertThat(line.at(moment, at -> "at " + at)).isEqualTo("at " + moment);
            tree.put(moment, "at " + moment);
        }
        int i = 0;
        for (Map.Entry<Long, String> entry : tree.entrySet()) {
            assertThat(line.moment(i)).isEqualTo(entry.getKey());
            assertThat(line.value(i)).isEqualTo(entry.getValue());
            i++;
        }
        assertThat(line.size()).isEqualTo(i);
        for (long moment = -21; moment <= 21; moment++) {
            assertThat(line.from(moment)).isEqualTo(tree.headMap(moment).size());
            assertThat(line.at(moment) >= 0).isEqualTo(tree.containsKey(moment));
        }
    }

    @Example
    void whatIsThereStays() {
        Timeline<String> line = new Timeline<>();
        line.at(5, at -> "first");
        assertThat(line.at(5, at -> "second")).isEqualTo("first");
    }

    @Example
    void theFirstCanBeTakenOut() {
        Timeline<Long> line = new Timeline<>();
        for (long moment = 1; moment <= 5; moment++) {
            line.at(moment, at -> at);
        }
        line.removeFirst(3);
        assertThat(line.size()).isEqualTo(2);
        assertThat(line.value(0)).isEqualTo(4);
        assertThat(line.at(3)).isNegative();
        line.removeFirst(2);
        assertThat(line.size()).isZero();
    }
}
