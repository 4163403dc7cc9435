package dev.zorya.channel.perunio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each primitive keeps its bytes wherever it stands, also where the buffer has to grow for it. */
class PerunWriterTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 1015, 1017, 1019, 1021, 1022, 1023, 1024, 2047, 2048, 5000})
    void growingLosesNothing(int before) {
        check(before, out -> out.uint8(0xab), "ab");
        check(before, out -> out.uint16(0xabcd), "cdab");
        check(before, out -> out.int32(0x01020304), "04030201");
        check(before, out -> out.int64(0x0102030405060708L), "0807060504030201");
        check(before, out -> out.bigInteger(BigInteger.valueOf(0x010203)), "03010203");
        check(before, out -> out.string("abc"), "0300616263");
        check(before, out -> out.fixed(Bytes.fromHex("11".repeat(3000))), "11".repeat(3000));
        check(before, out -> out.object(Bytes.fromHex("22".repeat(1025))), "0104" + "22".repeat(1025));
        check(before, out -> out.sized(() -> out.int64(-1)), "08000000ffffffffffffffff");
    }

    private static void check(int before, Consumer<PerunWriter> write, String expected) {
        PerunWriter out = new PerunWriter();
        byte[] filling = new byte[before];
        Arrays.fill(filling, (byte) 0x77);
        out.fixed(Bytes.of(filling));
        write.accept(out);
        byte[] all = out.toArray();
        assertArrayEquals(filling, Arrays.copyOf(all, before));
        assertEquals(
                expected, Bytes.of(Arrays.copyOfRange(all, before, all.length)).hex());
    }
}
