package gradlab.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to mislead, each refused by one line that says what is wrong. */
class RefusedFilesTest {

    private static void refuses(byte[] bytes, String reason) {
        SourceBytes source = SourceBytes.of("f", bytes);
        assertThatThrownBy(() -> TensorFile.of(source))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(9000000000000000000,) | size",
                "(99999999999999999999,) | digits",
                "(2000000000,) | of at most",
                "(0, 2000000000, 2000000000) | of at most",
                "(70000,70000,70000,70000) | of at most",
                "(-1,) | no size",
                "(2,) | fewer",
                "() , | quoted",
                "(0,) | more",
                "[1] | '('",
            })
    void npyShapesThatCannotBe(String shape, String reason) {
        refuses(Written.npy(shape, 1), reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'descr': '<f8', 'shape': (1,)} | exactly",
                "{'descr': '<f8', 'fortran_order': 1, 'shape': (1,)} | True or False",
                "{'descr': '=f8', 'fortran_order': True, 'shape': (1,)} | byte order",
                "{'descr': '', 'fortran_order': True, 'shape': (1,)} | element type",
                "{'descr': '<U3', 'fortran_order': True, 'shape': (1,)} | element type",
                "{'descr': '<f8', 'descr': '<f8', 'fortran_order': True, 'shape': (1,)} | each once",
                "{'descr': '<f8', 'fortran_order': True, 'shape': (1,)}; exit() | exactly",
                "{'descr': [('a','<f8')], 'fortran_order': True, 'shape': (1,)} | records",
            })
    void npyHeadersThatAreNone(String header, String reason) {
        refuses(Written.npy(header, Written.doubles(1)), reason);
    }

    @Test
    void anNpzBombStopsAtItsAllowance() {
        byte[] zeros = Written.npy("(1000000,)", new double[1_000_000]);
        byte[] bomb = Written.zip(Map.of("a.npy", zeros));
        assertThat(bomb.length).isLessThan(20_000);
        SourceBytes source = SourceBytes.of("f", bomb);
        assertThatThrownBy(() -> NpzReader.read(source, MemoryAllowance.of("f", 7_999_999)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("8000000 bytes");
        assertThat(NpzReader.read(source, MemoryAllowance.of("f", 8_000_000))).hasSize(1);
    }

    @Test
    void anEntryMayNotUnpackToMoreThanItsHeaderSays() {
        refuses(Written.zip(Map.of("a.npy", Written.npy("(1,)", 1, 2))), "more than");
        refuses(Written.zip(Map.of("a.npy", Written.npy("(3,)", 1, 2))), "fewer than");
    }

    @Test
    void anArchiveWithTwoEntriesOfOneNameOrWithOtherFilesIsRefused() {
        byte[] twice = Written.zip(Map.of("a.npy", Written.npy("(1,)", 1), "b.npy", Written.npy("(1,)", 1)));
        for (int i = 0; i < twice.length - 5; i++) {
            if (new String(twice, i, 5, StandardCharsets.ISO_8859_1).equals("b.npy")) {
                twice[i] = 'a';
            }
        }
        refuses(twice, "'a.npy' again");
        refuses(Written.zip(Map.of("archive/data.pkl", new byte[9])), "archive/data.pkl");
    }

    @Test
    void entriesThatShareBytesAreRefused() {
        byte[] two = Written.zip(Map.of("a.npy", Written.npy("(1,)", 1), "b.npy", Written.npy("(1,)", 1)));
        ByteBuffer bytes = ByteBuffer.wrap(two).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(two.length - 6);
        int second = directory + 46 + 5 + bytes.getShort(directory + 30) + bytes.getShort(directory + 32);
        bytes.putInt(second + 42, bytes.getInt(directory + 42));
        refuses(two, "share no bytes");
    }

    @Test
    void aWrongChecksumIsRefused() {
        byte[] bytes = Written.zip(Map.of("a.npy", Written.npy("(1,)", 1)));
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = view.getInt(bytes.length - 6);
        bytes[directory + 16] ^= 1;
        refuses(bytes, "checksum");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]},'b':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}} | overlaps",
                "{'a':{'dtype':'F64','shape':[1],'data_offsets':[8,16]}} | hole",
                "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}} | 16 bytes after",
                "{'a':{'dtype':'F64','shape':[3],'data_offsets':[0,16]}} | shape and type need",
                "{'a':{'dtype':'F64','shape':[2],'data_offsets':[0,1000]}} | 1000",
                "{'a':{'dtype':'F64','shape':[2],'data_offsets':[0,9223372036854775807]}} | 9223372036854775807",
                "{'a':{'dtype':'F64','shape':[4294967297,4294967297],'data_offsets':[0,16]}} | size",
                "{'a':{'dtype':'F64','shape':[-2],'data_offsets':[0,16]}} | negative",
                "{'a':{'dtype':'F64','shape':[2.0],'data_offsets':[0,16]}} | integers",
                "{'a':{'dtype':'F8','shape':[16],'data_offsets':[0,16]}} | dtype",
                "{'a':{'dtype':'F64','shape':[2],'data_offsets':[0,16]},'a':{}} | JSON",
                "{'a':{'dtype':'F64','shape':[[[[[[2]]]]]],'data_offsets':[0,16]}} | else",
                "{'a':{'dtype':'F64','shape':[2],'data_offsets':[0,16],'x':0}} | 'x'",
                "{'a':{'dtype':'F64','shape':[2]}} | usable",
                "{'__metadata__':{'a':1}} | text",
                "{} {} | after",
                "{ | JSON",
            })
    void safetensorsHeadersThatLie(String header, String reason) {
        refuses(Written.safetensors(header.replace('\'', '"'), Written.doubles(1, 2)), reason);
    }

    @Test
    void aSafetensorsHeaderLongerThanTheFileIsRefused() {
        byte[] bytes = Written.safetensors("{}", new byte[0]);
        bytes[0] = 100;
        refuses(bytes, "header of 100 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matrix coordinate complex general/1 1 1/1 1 1 1 | f:1:1: found 'complex'",
                "matrix array real hermitian/1 1/1 | hermitian",
                "vector array real general/1 1/1 | f:1:1",
                "matrix array real general/2000000000 2000000000/1 | of at most",
                "matrix array real general/20000 13000/1 | fits",
                "matrix array real general/2 2/1/2/3 | end of the file",
                "matrix array real general/1 1/1/2 | more entries",
                "matrix array real general/1 1/0x1p3 | a number",
                "matrix array real symmetric/2 1/1/2 | square",
                "matrix coordinate real general/2 2 1/0 1 5 | row 0",
                "matrix coordinate real general/2 2 1/1 3 5 | column 3",
                "matrix coordinate real general/2 2 5/1 1 5 | at most one",
                "matrix coordinate real general/2 2 2/1 1 5/1 1 6 | f:4:1",
                "matrix coordinate real symmetric/2 2 1/1 2 5 | follows",
                "matrix coordinate real skew-symmetric/2 2 1/1 1 5 | follows",
                "matrix coordinate integer general/1 1 1/1 1 1.5 | integer",
                "matrix array pattern general/1 1/1 | pattern",
                "matrix array real general/1 | sizes",
                "matrix array real general/-1 1/ | size",
            })
    void matrixMarketFilesThatAreWrong(String text, String reason) {
        byte[] bytes = ("%%MatrixMarket " + text.replace('/', '\n')).getBytes(StandardCharsets.UTF_8);
        refuses(bytes, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\u0000", "{}", "<html>"})
    void whatIsNoFormatIsSaidSo(String text) {
        refuses(text.getBytes(StandardCharsets.UTF_8), "no known format");
    }
}
