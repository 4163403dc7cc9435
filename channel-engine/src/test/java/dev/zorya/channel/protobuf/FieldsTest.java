package dev.zorya.channel.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The primitives of the format, byte by byte; the expected bytes follow from protobuf's public encoding rules. */
class FieldsTest {
    @Test
    void numbersAreVarints() {
        FieldWriter out = new FieldWriter();
        out.number(1, 1);
        out.number(2, 300);
        out.number(15, -1);
        out.number(16, 1L << 63);
        out.bool(17, true);
        assertWritten("0801" + "10ac02" + "78ffffffffffffffffff01" + "800180808080808080808001" + "880101", out);
        Fields in = Fields.of(out.toByteArray());
        assertEquals(1, in.number(1));
        assertEquals(300, in.number(2));
        assertEquals(-1, in.number(15));
        assertEquals(1L << 63, in.number(16));
        assertTrue(in.bool(17));
    }

    @Test
    void whatHasItsDefaultIsLeftOut() {
        FieldWriter out = new FieldWriter();
        out.number(1, 0);
        out.bool(2, false);
        out.text(3, "");
        out.bytes(4, Bytes.EMPTY);
        out.magnitude(5, BigInteger.ZERO);
        out.packed(6, List.of());
        assertWritten("", out);
        Fields in = Fields.of(out.toByteArray());
        assertEquals(0, in.number(1));
        assertEquals("", in.text(3));
        assertEquals(Bytes.EMPTY, in.bytes(4));
        assertEquals(List.of(), in.uint16s(6, "list"));
        assertEquals(0, in.message(7).number(1));
    }

    @Test
    void elementsAndMessagesAreThereThoughEmpty() {
        FieldWriter out = new FieldWriter();
        out.magnitudes(1, List.of(BigInteger.ZERO, BigInteger.valueOf(128), BigInteger.valueOf(256)));
        out.message(2, empty -> {});
        assertWritten("0a00" + "0a0180" + "0a020100" + "1200", out);
        assertEquals(
                List.of(BigInteger.ZERO, BigInteger.valueOf(128), BigInteger.valueOf(256)),
                Fields.of(out.toByteArray()).magnitudes(1, "amounts"));
    }

    @Test
    void listsOfNumbersArePackedAndReadEitherWay() {
        FieldWriter out = new FieldWriter();
        out.packed(1, List.of(1, 0, 0xffff));
        assertWritten("0a05" + "0100ffff03", out);
        assertEquals(List.of(1, 0, 0xffff), fields("0a050100ffff03").uint16s(1, "map"));
        assertEquals(List.of(1, 0, 0xffff), fields("0801" + "0800" + "08ffff03").uint16s(1, "map"));
        assertEquals(List.of(1, 0, 2), fields("0a020100" + "0802").uint16s(1, "map"));
    }

    @Test
    void fieldsOfALaterVersionAreIgnoredWhereverTheyStand() {
        Fields in = fields("5d01020304" + "0807" + "590102030405060708" + "520161" + "500a" + "1000");
        assertEquals(7, in.number(1));
        assertEquals(0, in.number(2));
    }

    @TestFactory
    @Tag("threat-50")
    Stream<DynamicTest> whatIsNoMessageIsRefused() {
        return Stream.of(
                        new String[] {"ends within a tag", "80"},
                        new String[] {"ends within a number", "08ff"},
                        new String[] {"number of 11 bytes", "08" + "80".repeat(10) + "00"},
                        new String[] {"number over 64 bits", "08" + "ff".repeat(9) + "02"},
                        new String[] {"field number 0", "0000"},
                        new String[] {"field number over 2^29", "8080808010" + "00"},
                        new String[] {"start of a group", "0b"},
                        new String[] {"end of a group", "0c"},
                        new String[] {"wire type 6", "0e"},
                        new String[] {"wire type 7", "0f"},
                        new String[] {"chunk longer than the message", "0a02ff"},
                        new String[] {"chunk of 2^64-1 bytes", "0a" + "ff".repeat(9) + "01"},
                        new String[] {"chunk of 2^31 bytes", "0a8080808008"},
                        new String[] {"fixed number that is cut", "09000000"},
                        new String[] {"more fields than any message has", "0801".repeat(4097)})
                .map(row -> DynamicTest.dynamicTest(
                        row[0], () -> assertThrows(MalformedException.class, () -> fields(row[1]))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotWhatWasAskedForIsRefused() {
        Fields in = fields("0801" + "0802" + "120161" + "1a02c328" + "2101020304050607082d01020304" + "3204ffffff7f");
        return Stream.<Runnable>of(
                        () -> in.number(1), // comes twice
                        () -> in.number(2), // a chunk
                        () -> in.bytes(4), // 64 bits
                        () -> in.bytes(5), // 32 bits
                        () -> in.text(3), // no UTF-8
                        () -> in.message(2), // a message that ends within a tag
                        () -> in.uint16s(6, "map"), // over 16 bits
                        () -> in.only(1, 2),
                        () -> in.only(7, 9))
                .map(ask -> DynamicTest.dynamicTest("asked", () -> assertThrows(MalformedException.class, ask::run)));
    }

    @Test
    @Tag("threat-16")
    void listsHaveALimit() {
        assertEquals(1024, fields("0a00".repeat(1024)).elements(1, "list").size());
        assertThrows(MalformedException.class, () -> fields("0a00".repeat(1025)).elements(1, "list"));
        assertThrows(
                MalformedException.class,
                () -> fields("0a8108" + "00".repeat(1025)).uint16s(1, "list"));
    }

    private static Fields fields(String hex) {
        return Fields.of(Bytes.fromHex(hex).toArray());
    }

    private static void assertWritten(String hex, FieldWriter out) {
        assertEquals(hex, Bytes.wrap(out.toByteArray()).hex());
    }
}
