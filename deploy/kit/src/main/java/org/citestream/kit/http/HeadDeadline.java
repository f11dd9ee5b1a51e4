package org.citestream.kit.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client takes too long over the head of a request: over the first from when it connects, over each
 * further one from its first byte. While a request is being answered nothing is due. For the connection's own thread.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final Duration within;
    private ChannelHandlerContext context;
    private Future<?> due;
    private int underWay;

    HeadDeadline(Duration within) {
        this.within = within;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) throws Exception {
        begin();
        super.channelActive(active);
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object bytes) throws Exception {
        if (underWay == 0 && due == null) {
            begin();
        }
        super.channelRead(reading, bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) throws Exception {
        end();
        super.channelInactive(inactive);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        end();
    }

    /** The head of a request is complete. */
    void headIsRead() {
        underWay++;
        end();
    }

    /** The request is answered; by any thread. */
    void isAnswered() {
        if (context.executor().inEventLoop()) {
            underWay--;
        } else {
            context.executor().execute(this::isAnswered);
        }
    }

    private void begin() {
        due = context.executor().schedule(this::close, within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Nothing is left to do once it is closed.
    private void close() {
        context.close();
    }

    private void end() {
        if (due != null) {
            due.cancel(false);
            due = null;
        }
    }
}
