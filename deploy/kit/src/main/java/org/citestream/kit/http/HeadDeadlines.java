package org.citestream.kit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets go of clients that send the head of a request byte by byte: {@link RequestSettings#headWithin()}. The first request shows
 * where connections are accepted; each from then on gets a {@link HeadDeadline}. Thread-safe.
 */
@Singleton
final class HeadDeadlines {

    /** Before all other filters, which may answer. */
    private static final int FIRST = 1000;

    private final RequestSettings settings;
    private volatile Channel watched;

    HeadDeadlines(RequestSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::headIsRead, FIRST);
    }

    private void headIsRead(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.connection() instanceof ConnectionBase connection) {
            watch(connection.channel().parent());
            ChannelPipeline pipeline = connection.channel().pipeline();
            HeadDeadline deadline = pipeline.get(HeadDeadline.class);
            if (deadline != null && request.version() == HttpVersion.HTTP_2) {
                // Its frames are no heads; Netty bounds those.
                pipeline.remove(deadline);
            } else if (deadline != null) {
                deadline.headIsRead();
                context.addEndHandler(answered -> deadline.isAnswered());
            }
        }
        context.next();
    }

    private void watch(Channel server) {
        if (server != null && server != watched) {
            synchronized (this) {
                if (server.pipeline().get(Accepted.class) == null) {
                    server.pipeline().addFirst(new Accepted());
                }
                watched = server;
            }
        }
    }

    /** Where the server hands over each connection. */
    private final class Accepted extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) throws Exception {
            if (connection instanceof Channel accepted) {
                accepted.pipeline().addFirst(new HeadDeadline(settings.headWithin()));
            }
            super.channelRead(context, connection);
        }
    }
}
