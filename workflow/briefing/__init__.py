"""From summaries to the document that goes out.

`gathering.gather` makes a `model.Briefing`, plain data, of what was ordered; `write.write_briefing`
makes a file of it, in Word, Markdown or HTML; `mail.write_draft` the e-mail around it.
"""
