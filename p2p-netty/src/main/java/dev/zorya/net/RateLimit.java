package dev.zorya.net;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** New connections of each source: a bucket of tokens that fills evenly. Remembers the sources that came last. */
final class RateLimit {
    private static final int REMEMBERED = 4096;

    private final int perMinute;
    private final Map<Source, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Bucket(double tokens, long at) {}

    RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** @param now {@link System#nanoTime()} */
    boolean allows(Source source, long now) {
        Bucket before = buckets.getOrDefault(source, new Bucket(perMinute, now));
        double filled = (double) (now - before.at()) * perMinute / TimeUnit.MINUTES.toNanos(1);
        double tokens = Math.min(perMinute, before.tokens() + filled);
        boolean allowed = tokens >= 1;
        buckets.put(source, new Bucket(allowed ? tokens - 1 : tokens, now));
        return allowed;
    }
}
