package org.citestream.query.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citestream.kit.problem.Problem;
import org.citestream.query.http.RouteCatalogue.Route;
import org.citestream.query.vocabulary.ChangeType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the OpenAPI description with what code cannot say: parameters read from the raw URL, examples, and errors.
 * All of it is in {@code openapi/routes.yaml}. Pages for people are left out.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String HTML = "text/html";
    private static final String JSON = "application/json";

    /** The values of parameters that code knows, which the file need not repeat. */
    private static final Map<String, List<String>> VALUES = Map.of("event", ChangeType.NAMES.all());

    private final RouteCatalogue catalogue = RouteCatalogue.load();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Paths paths = api.getPaths();
        if (paths == null) {
            return;
        }
        for (Map.Entry<String, PathItem> path : Map.copyOf(paths.getPathItems()).entrySet()) {
            PathItem item = path.getValue();
            for (Map.Entry<PathItem.HttpMethod, Operation> one :
                    Map.copyOf(item.getOperations()).entrySet()) {
                if (isPage(one.getValue())) {
                    item.setOperation(one.getKey(), null);
                } else {
                    catalogue.group(path.getKey()).ifPresent(group -> one.getValue()
                            .setTags(List.of(group)));
                    catalogue
                            .find(one.getKey() + " " + path.getKey())
                            .ifPresent(route -> complete(one.getValue(), route));
                }
            }
            if (item.getOperations().isEmpty()) {
                paths.removePathItem(path.getKey());
            }
        }
        catalogue
                .groups()
                .forEach((name, group) ->
                        api.addTag(OASFactory.createTag().name(name).description(group.description())));
        catalogue.unscanned(paths.getPathItems().keySet()).forEach((name, route) -> add(paths, name, route));
        paths.getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> operation.setOperationId(operationId(method, path))));
        api.setServers(List.of(
                OASFactory.createServer().url("/").description("This server, wherever the description was read")));
    }

    /** A name as stable as the route: GET /api/v1/reports/{id} is getReportsById. */
    static String operationId(PathItem.HttpMethod method, String path) {
        StringBuilder id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        for (String part : path.replaceFirst("^/api/v1/", "/").split("[^A-Za-z0-9{}]+", -1)) {
            String word = part.replaceAll("[{}]", "");
            if (!word.isEmpty()) {
                id.append(part.startsWith("{") ? "By" : "")
                        .append(Character.toUpperCase(word.charAt(0)))
                        .append(word.substring(1));
            }
        }
        return id.toString();
    }

    private static boolean isPage(Operation operation) {
        return operation.getResponses() != null
                && operation.getResponses().getAPIResponses().values().stream()
                        .map(APIResponse::getContent)
                        .anyMatch(content -> content != null
                                && content.getMediaTypes().keySet().equals(Set.of(HTML)));
    }

    /** A route that no scanner sees, because it is no JAX-RS resource. */
    private void add(Paths paths, String name, Route route) {
        int space = name.indexOf(' ');
        Operation operation =
                OASFactory.createOperation().summary(route.summary()).responses(OASFactory.createAPIResponses());
        complete(operation, route);
        String path = name.substring(space + 1);
        catalogue.group(path).ifPresent(operation::addTag);
        PathItem item = Optional.ofNullable(paths.getPathItem(path)).orElseGet(OASFactory::createPathItem);
        item.setOperation(PathItem.HttpMethod.valueOf(name.substring(0, space)), operation);
        paths.addPathItem(path, item);
    }

    private void complete(Operation operation, Route route) {
        if (route.description() != null) {
            operation.setDescription(route.description());
        }
        List<Parameter> written = operation.getParameters() == null ? List.of() : operation.getParameters();
        operation.setParameters(null);
        List<Parameter> described =
                route.parameters().stream().map(this::parameter).toList();
        described.forEach(operation::addParameter);
        written.stream()
                .filter(known ->
                        described.stream().noneMatch(one -> one.getName().equals(known.getName())))
                .forEach(operation::addParameter);
        boolean describesItself = route.examples().isEmpty();
        if (!describesItself) {
            operation.setRequestBody(null);
        }
        if (route.body() != null) {
            operation.setRequestBody(
                    OASFactory.createRequestBody().required(true).content(content(JSON, route.body())));
        }
        if (!describesItself) {
            success(operation, route);
        }
        for (Integer status : route.problems()) {
            Content said = catalogue
                    .inDialect(route, status)
                    .map(error -> content(JSON, error))
                    .orElseGet(() -> content(Problem.MEDIA_TYPE, catalogue.problem(status)));
            APIResponse problem = OASFactory.createAPIResponse()
                    .description(catalogue.problem(status).get("title").toString())
                    .content(said);
            operation.getResponses().addAPIResponse(status.toString(), problem);
        }
    }

    private void success(Operation operation, Route route) {
        APIResponse success = Optional.ofNullable(operation.getResponses().getAPIResponse("200"))
                .orElseGet(OASFactory::createAPIResponse);
        if (success.getDescription() == null || success.getDescription().equals("OK")) {
            success.setDescription(route.answer() == null ? "The answer" : route.answer());
        }
        // The service that defines a dialect documents its formats; the example stands for them.
        Content content = Optional.ofNullable(success.getContent())
                .filter(ours -> route.dialect() == null)
                .orElseGet(OASFactory::createContent);
        route.examples().forEach((type, file) -> {
            MediaType media = Optional.ofNullable(content.getMediaType(type)).orElseGet(OASFactory::createMediaType);
            media.setExample(catalogue.example(file));
            content.addMediaType(type, media);
        });
        Set.copyOf(content.getMediaTypes().keySet()).stream()
                .filter(type -> !route.examples().containsKey(type))
                .forEach(content::removeMediaType);
        success.setContent(content);
        operation.getResponses().addAPIResponse("200", success);
    }

    private Parameter parameter(String name) {
        RouteCatalogue.ParameterDescription described = catalogue.parameter(name);
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        List<String> values = VALUES.getOrDefault(name, described.values());
        if (!values.isEmpty()) {
            schema.setEnumeration(List.copyOf(values));
        }
        boolean inPath = described.inPath();
        return OASFactory.createParameter()
                .name(described.name() == null ? name : described.name())
                .in(inPath ? Parameter.In.PATH : Parameter.In.QUERY)
                .required(inPath)
                .description(described.description())
                .example(described.example())
                .schema(
                        described.repeatable()
                                ? OASFactory.createSchema()
                                        .addType(Schema.SchemaType.ARRAY)
                                        .items(schema)
                                : schema);
    }

    private static Content content(String type, Object example) {
        return OASFactory.createContent()
                .addMediaType(type, OASFactory.createMediaType().example(example));
    }
}
