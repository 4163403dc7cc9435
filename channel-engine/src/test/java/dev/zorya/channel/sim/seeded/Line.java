package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connection of two parties. In order and without gaps while it lasts; what breaks it takes the end of what is on its way. */
final class Line {
    private static final Perunio PERUNIO = new Perunio(Apps.of(NimApp.ID));

    private final List<List<Message>> towards = List.of(new ArrayList<>(), new ArrayList<>());
    private final boolean coded;
    private boolean up = true;

    Line(boolean coded) {
        this.coded = coded;
    }

    boolean isUp() {
        return up;
    }

    void join() {
        up = true;
    }

    /** False if there is no connection. */
    boolean send(int to, Message message) {
        if (up) {
            towards.get(to).add(coded ? PERUNIO.message(Bytes.wrap(Perunio.encode(message))) : message);
        }
        return up;
    }

    @Nullable
    Message next(int to) {
        List<Message> waiting = towards.get(to);
        return waiting.isEmpty() ? null : waiting.removeFirst();
    }

    /** A process is gone: nothing that was on its way to it arrives. */
    void drop(int to) {
        towards.get(to).clear();
    }

    /** @param how decides how much is lost in each direction */
    void cut(int how) {
        up = false;
        for (int to = 0; to < towards.size(); to++) {
            List<Message> waiting = towards.get(to);
            int lost = (how >>> (8 * to) & 0xff) % (waiting.size() + 1);
            waiting.subList(waiting.size() - lost, waiting.size()).clear();
        }
    }

    void lose(int to, int how) {
        List<Message> waiting = towards.get(to);
        if (!waiting.isEmpty()) {
            waiting.remove(how % waiting.size());
        }
    }

    void repeat(int to, int how) {
        List<Message> waiting = towards.get(to);
        if (!waiting.isEmpty()) {
            waiting.add(how / 256 % (waiting.size() + 1), waiting.get(how % waiting.size()));
        }
    }

    void move(int to, int how) {
        List<Message> waiting = towards.get(to);
        if (!waiting.isEmpty()) {
            Message moved = waiting.remove(how % waiting.size());
            waiting.add(how / 256 % (waiting.size() + 1), moved);
        }
    }
}
