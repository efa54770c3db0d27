import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.cors.CorsConfig;
import io.netty.handler.codec.http.cors.CorsConfigBuilder;
import io.netty.handler.codec.http.cors.CorsHandler;
import java.nio.charset.StandardCharsets;

/** Netty with the routes that corspec asks for, and CORS by its own CorsHandler. --short-circuit sets shortCircuit. */
final class Server {
    private static final int LONGEST_BODY = 1 << 20;

    public static void main(String[] words) throws Exception {
        Arguments arguments = Arguments.parse(words);
        CorsConfig cors = configuration(arguments);
        NioEventLoopGroup group = new NioEventLoopGroup(2);
        new ServerBootstrap().group(group).channel(NioServerSocketChannel.class)
            .childHandler(new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel channel) {
                    channel.pipeline().addLast(
                        new HttpServerCodec(), new HttpObjectAggregator(LONGEST_BODY), new CorsHandler(cors),
                        new Routes(arguments.policy()));
                }
            })
            .bind("127.0.0.1", arguments.port()).sync();
    }

    private static CorsConfig configuration(Arguments arguments) {
        Policy policy = arguments.policy();
        String[] origins = policy.allow_origins.stream().filter(origin -> !origin.equals("null")).toArray(String[]::new);
        CorsConfigBuilder builder = Policy.isAny(policy.allow_origins)
            ? CorsConfigBuilder.forAnyOrigin() : CorsConfigBuilder.forOrigins(origins);
        if (policy.allow_origins.contains("null")) {
            builder.allowNullOrigin();
        }
        builder.allowedRequestMethods(
            policy.listedMethods().stream().map(HttpMethod::valueOf).toArray(HttpMethod[]::new));
        builder.allowedRequestHeaders(policy.allow_headers.toArray(String[]::new));
        builder.exposeHeaders(policy.expose_headers.toArray(String[]::new));
        if (policy.allow_credentials) {
            builder.allowCredentials();
        }
        if (policy.max_age != null) {
            builder.maxAge(policy.max_age);
        }
        if (arguments.has("--short-circuit")) {
            builder.shortCircuit();
        }
        return builder.build();
    }

    /** Behind the CORS handler; every method is answered. */
    private static final class Routes extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final Policy policy;

        Routes(Policy policy) {
            this.policy = policy;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            FullHttpResponse response = response(request);
            HttpUtil.setContentLength(response, response.content().readableBytes());
            if (request.method().equals(HttpMethod.HEAD)) {
                response.content().clear();
            }
            boolean stays = HttpUtil.isKeepAlive(request);
            HttpUtil.setKeepAlive(response, stays);
            var written = context.writeAndFlush(response);
            if (!stays) {
                written.addListener(ChannelFutureListener.CLOSE);
            }
        }

        private FullHttpResponse response(FullHttpRequest request) {
            return switch (new QueryStringDecoder(request.uri()).path()) {
                case "/open" -> granted();
                case "/protected" -> {
                    String authorization = request.headers().get("Authorization");
                    if (Authentication.isAuthorized(authorization, request.headers().get("Cookie"))) {
                        yield granted();
                    }
                    FullHttpResponse response = plain(HttpResponseStatus.UNAUTHORIZED);
                    response.headers().set("WWW-Authenticate", Authentication.REALM);
                    yield response;
                }
                case "/failing" -> plain(HttpResponseStatus.INTERNAL_SERVER_ERROR);
                default -> plain(HttpResponseStatus.NOT_FOUND);
            };
        }

        private FullHttpResponse granted() {
            FullHttpResponse response = plain(HttpResponseStatus.OK);
            policy.carried().forEach(name -> response.headers().set(name, "corspec"));
            return response;
        }

        private static FullHttpResponse plain(HttpResponseStatus status) {
            var body = Unpooled.copiedBuffer(status.reasonPhrase() + "\n", StandardCharsets.UTF_8);
            FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
            response.headers().set("Content-Type", "text/plain");
            return response;
        }
    }
}
