package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.identity.RefusedException;
import dev.talentpipeline.console.identity.password.ChangingPassword;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody sets their password by a link of their administrator. They sign in by it afterwards. */
@Controller
final class PasswordResetPage {

    private final ChangingPassword passwords;

    PasswordResetPage(ChangingPassword passwords) {
        this.passwords = passwords;
    }

    @GetMapping("/password-reset")
    String show(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        String account = passwords.accountOf(token);
        if (account == null) {
            response.setStatus(HttpStatus.GONE.value());
            return "link-closed";
        }
        model.addAttribute("account", account);
        model.addAttribute("token", token);
        return "password-reset";
    }

    @PostMapping("/password-reset")
    @ShownAt("/password-reset?token={token}")
    String reset(@RequestParam String token, @RequestParam String password, Model model, HttpServletResponse response) {
        try {
            passwords.reset(token, password);
            return "redirect:/sign-in?reset";
        } catch (RefusedException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", e.refusal());
            return show(token, model, response);
        }
    }
}
