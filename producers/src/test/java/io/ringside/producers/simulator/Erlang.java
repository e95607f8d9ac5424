package io.ringside.producers.simulator;

/**
 * The queueing formulas that the simulation must agree with, written down independently of it: Poisson arrivals, exponential service, and (for Erlang A)
 * exponential patience. Times in seconds.
 *
 * @param lambda arrivals a second
 * @param mu services a second of one agent
 * @param agents how many
 */
record Erlang(double lambda, double mu, int agents) {
    /** Erlang C: the probability that an arrival waits. Erlang B by its recursion, then C from B. */
    double waits() {
        double load = lambda / mu;
        double blocked = 1;
        for (int n = 1; n <= agents; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        double occupancy = load / agents;
        return blocked / (1 - occupancy * (1 - blocked));
    }

    /** Erlang C: the share of arrivals answered within a number of seconds. */
    double serviceLevel(double seconds) {
        return 1 - waits() * Math.exp(-(agents * mu - lambda) * seconds);
    }

    /** Erlang C: the mean wait. */
    double asa() {
        return waits() / (agents * mu - lambda);
    }

    /**
     * Erlang A, from the stationary distribution of the birth and death process.
     *
     * @param theta patience ends a second
     */
    Impatient withPatience(double theta) {
        int most = agents * 20 + 200;
        double[] p = new double[most + 1];
        p[0] = 1;
        double sum = 1;
        for (int n = 1; n <= most; n++) {
            p[n] = p[n - 1] * lambda / (Math.min(n, agents) * mu + Math.max(0, n - agents) * theta);
            sum += p[n];
        }
        double abandons = 0;
        double served = 0;
        double waitOfServed = 0;
        for (int n = 0; n <= most; n++) {
            p[n] /= sum;
            abandons += Math.max(0, n - agents) * theta * p[n] / lambda;
            Offered offered = offered(n, theta);
            served += p[n] * offered.served();
            waitOfServed += p[n] * offered.waitIfServed();
        }
        return new Impatient(abandons, served, waitOfServed / served);
    }

    /**
     * What becomes of an arrival who finds {@code present} others: the offered wait V is a sum of exponential stages, patience outlives it with probability
     * E[exp(−θV)], and the wait of those served is E[V exp(−θV)], minus the derivative of the former.
     */
    private Offered offered(int present, double theta) {
        double served = 1;
        double stages = 0;
        for (int ahead = 0; ahead <= present - agents; ahead++) {
            double rate = agents * mu + ahead * theta;
            served *= rate / (rate + theta);
            stages += 1 / (rate + theta);
        }
        return new Offered(served, served * stages);
    }

    private record Offered(double served, double waitIfServed) {}

    /** Figures of Erlang A; {@code abandons} and {@code served} are found in different ways and add up to 1. */
    record Impatient(double abandons, double served, double asa) {}
}
