package dev.zorya.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where this process spends its time: samples of the flight recorder, Java and native, counted by their top frame. */
final class Profile implements AutoCloseable {
    private static final int TOP = 20;

    private final Recording recording = new Recording();

    private Profile() {
        recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
        recording.enable("jdk.NativeMethodSample").withPeriod(Duration.ofMillis(10));
        recording.start();
    }

    static Profile start() {
        return new Profile();
    }

    void print() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("zorya", ".jfr");
        recording.dump(file);
        Map<String, Integer> frames = new HashMap<>();
        int samples = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            RecordedStackTrace stack = event.getStackTrace();
            if (stack != null && !stack.getFrames().isEmpty()) {
                RecordedFrame top = stack.getFrames().getFirst();
                frames.merge(
                        top.getMethod().getType().getName() + "."
                                + top.getMethod().getName(),
                        1,
                        Integer::sum);
                samples++;
            }
        }
        Files.delete(file);
        int all = samples;
        System.out.println("top of the profile, share of " + all + " samples:");
        frames.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(TOP)
                .forEach(e -> System.out.printf("  %5.1f %%  %s%n", 100.0 * e.getValue() / all, e.getKey()));
    }

    @Override
    public void close() {
        recording.close();
    }
}
