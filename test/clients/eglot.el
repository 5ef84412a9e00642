;;; eglot.el --- Drives eglot with the configuration of docs/editors.md  -*- lexical-binding: t -*-

;; Waits for findings, chooses rewrites, saves, and writes down what it saw in the file of POISE_SEEN.

(require 'json)
(require 'cl-lib)
(require 'flymake)

(defvar poise-chosen nil)

(defun poise-await (what test)
  "Wait until TEST gives something, and end Emacs with a note on WHAT after twenty seconds."
  (let ((deadline (+ (float-time) 20)) result)
    (while (not (setq result (funcall test)))
      (when (> (float-time) deadline)
        (message "Waited in vain for %s" what)
        (kill-emacs 1))
      (accept-process-output nil 0.05)
      ;; What Emacs does between commands, of which there are none in a batch.
      (run-hooks 'post-command-hook))
    result))

(defun poise-findings ()
  "The findings of the buffer, each as its rule, its words and its start."
  (sort (mapcar (lambda (each)
                  (let* ((lsp (cdr (assoc 'eglot-lsp-diag (flymake--diag-data each)))))
                    (list (plist-get lsp :code)
                          (buffer-substring-no-properties
                           ;; Until the next ones come, they may reach behind the end of a text that was shortened.
                           (min (flymake-diagnostic-beg each) (point-max))
                           (min (flymake-diagnostic-end each) (point-max)))
                          (flymake-diagnostic-beg each))))
                (flymake-diagnostics))
        (lambda (a b) (< (nth 2 a) (nth 2 b)))))

(defun poise-choose (_prompt items &rest _)
  "Choose the first rewrite of ITEMS, as a user would in the menu."
  (let ((title (cl-find-if (lambda (each) (string-match-p "\\`\\(Change to\\|Remove\\)" each)) (mapcar #'car items))))
    (push title poise-chosen)
    title))

(defun poise-apply (rule)
  "Apply the rewrite of the finding of RULE."
  (let ((before (buffer-string)))
    (goto-char (nth 2 (assoc rule (poise-findings))))
    (cl-letf (((symbol-function 'completing-read) #'poise-choose))
      (setq last-nonmenu-event 'keyboard)
      (call-interactively #'eglot-code-actions))
    (poise-await (format "the rewrite of %s" rule) (lambda () (not (equal (buffer-string) before))))
    ;; Sends the change, which an idle timer does where somebody types.
    (eglot--signal-textDocument/didChange)
    (poise-await (format "the end of %s" rule) (lambda () (not (assoc rule (poise-findings)))))))

(setq eglot-sync-connect t
      make-backup-files nil)
(find-file "reply.macro.md")
(poise-await "findings" (lambda () (cdr (poise-findings))))
(let ((findings (poise-findings)))
  (poise-apply "outcome-should")
  (poise-apply "unfortunately-lead")
  (let ((text (buffer-substring-no-properties (point-min) (point-max)))
        (after (mapcar #'car (poise-findings)))
        (coding-system-for-write 'utf-8))
    (save-buffer)
    (with-temp-file (getenv "POISE_SEEN")
      (insert (json-encode `((findings . ,(vconcat (mapcar (lambda (each) (vector (car each) (cadr each))) findings)))
                             (chosen . ,(vconcat (reverse poise-chosen)))
                             (text . ,text)
                             (after . ,(vconcat after))))))))

;;; eglot.el ends here
