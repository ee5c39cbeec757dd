package dev.talentpipeline.kit.problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Renders every exception that leaves a controller as a problem; what nobody foresaw becomes a 500 and a log entry. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException refusal, WebRequest request) {
        return answer(refusal.problem(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException mismatch, WebRequest request) {
        return answer(
                Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "malformed-parameter",
                                "The parameter does not have the form that is asked for.")
                        .field(mismatch.getName())
                        .value(String.valueOf(mismatch.getValue()))
                        .remedy(UnreadableBodies.expected(mismatch.getRequiredType())),
                request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception fault, WebRequest request) {
        LOG.warn("The database did not answer", fault);
        ResponseEntity<ProblemDetail> answer = answer(
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "temporarily-unavailable",
                                "The service cannot reach its database; nothing was changed unless a repeated request says so.")
                        .remedy("Send the request again in a moment."),
                request);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(RuntimeException fault, WebRequest request) {
        if (fault instanceof org.springframework.security.access.AccessDeniedException) {
            return answer(
                    Problem.of(HttpStatus.FORBIDDEN, "forbidden", "This is not allowed for the caller's role."),
                    request);
        }
        LOG.error("A request failed in a way that nobody foresaw", fault);
        return answer(
                Problem.of(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "internal-error",
                                "The service failed in a way that is not the caller's fault.")
                        .remedy("Send the request again; if it fails again, tell operations its traceId."),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return widened(answer(UnreadableBodies.explain(fault), request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception fault,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        ResponseEntity<Object> answer = widened(answer(MisdirectedRequests.explain(fault, statusCode, body), request));
        // Such as Allow, which names the methods that a path has.
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem, WebRequest request) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.toDetail(((ServletWebRequest) request).getRequest()));
    }

    private static ResponseEntity<Object> widened(ResponseEntity<ProblemDetail> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
