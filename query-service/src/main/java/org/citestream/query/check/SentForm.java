package org.citestream.query.check;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;

/**
 * A form with a file as a browser sends it, decoded in memory: the usual way to receive files writes them to a disk, where
 * a manuscript must not lie.
 */
public final class SentForm {

    private static final int MOST_FIELDS = 16;

    private final Map<String, String> fields;
    private final byte[] file;

    private SentForm(Map<String, String> fields, byte[] file) {
        this.fields = fields;
        this.file = file;
    }

    /**
     * The form in a body.
     *
     * @throws ProblemException 400 if it is no form
     */
    public static SentForm of(String contentType, byte[] body) {
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        Map<String, String> fields = new HashMap<>();
        byte[] file = new byte[0];
        try {
            HttpPostRequestDecoder decoder = new HttpPostRequestDecoder(
                    new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8, MOST_FIELDS, body.length + 1);
            try {
                for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                    if (part instanceof FileUpload upload) {
                        file = upload.get();
                    } else if (part instanceof Attribute field) {
                        fields.put(field.getName(), field.getValue());
                    }
                }
            } finally {
                decoder.destroy();
            }
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException
                | HttpPostRequestDecoder.TooManyFormFieldsException
                | HttpPostRequestDecoder.TooLongFormFieldException e) {
            throw new ProblemException(Problem.of(
                    400,
                    "Bad request",
                    "The form cannot be read: %s. Send it from its page.".formatted(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException("A form in memory cannot be read", e);
        }
        return new SentForm(fields, file);
    }

    /** The file's content; empty if none was chosen. */
    public byte[] file() {
        return file;
    }

    /** The value of a field, without spaces around it; empty if it is blank or absent. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
