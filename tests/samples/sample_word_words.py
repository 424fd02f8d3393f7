"""What the sample Word questionnaire says: a made-up council asks for a made-up housing platform."""

TITLE = "Digital Housing Platform"
BUYER = "Northshire Council"
REFERENCE = "NC-2026-118"

COVER = [
    ("Procurement reference", REFERENCE),
    ("Procedure", "Open procedure, Procurement Act 2023"),
    ("Questions to the Council by", "The day given in the tender notice"),
    ("Tenders due by", "The day and the hour given in the tender notice"),
    ("Contract starts", "On the day given in the tender notice, for four years with an option of two"),
]
CONTENTS = [
    ("Instructions to tenderers", 2),
    ("Part 1: Your information", 3),
    ("Part 2: Exclusion grounds", 4),
    ("Part 3: Conditions of participation", 5),
    ("Part 4: Quality questions", 7),
    ("Part 5: Form of tender", 10),
]
INSTRUCTIONS = """
Answer every question in the space provided. Where a question does not apply to you, say so.
Do not change the layout of this document. Attachments are opened only where a question asks for one.
Word limits include headings and tables. Text beyond the limit will not be read.
Parts 1 to 3 are pass or fail. Part 4 is scored as described below. Prices are submitted in Document 4 only.
Name your file [Reference]_[Tenderer]_Questionnaire.docx and send it through the portal before the deadline.
""".strip().split("\n")
DEFINITIONS = [
    ("Authority", "Northshire Council, also called the Council."),
    ("Associated person", "A person on whom the tenderer relies to meet a condition of participation."),
    ("Contract", "The agreement in Document 5 that the Council intends to award."),
    ("Tenderer", "The organisation that submits this questionnaire."),
    ("Working day", "Any day other than a Saturday, a Sunday or a bank holiday in England."),
]
SCORES = [
    ("5", "Excellent", "Meets the requirement in full, with detail and evidence that give great confidence."),
    ("4", "Good", "Meets the requirement with good detail; minor points remain open."),
    ("3", "Acceptable", "Meets most of the requirement; some reservations."),
    ("2", "Minor reservations", "Meets part of the requirement, or lacks evidence."),
    ("1", "Serious reservations", "Meets little of the requirement."),
    ("0", "Unacceptable", "No answer, or one that does not meet the requirement."),
]
WEIGHTS = [
    ("Quality", "Part 4, questions 4.1 to 4.9 and 4.12", "50%"),
    ("Social value", "Part 4, 4.10 and 4.11", "10%"),
]
WEIGHTS += [("Price", "Document 4", "40%")]

STATUSES = [
    "Public limited company",
    "Private limited company",
    "Limited liability partnership",
    "Sole trader",
    "Third sector",
    "Other (please specify)",
]
MODELS = ["Single supplier", "Lead member of a group", "Member of a group"]

GROUNDS = [
    ("(a)", "Participation in a criminal organisation"),
    ("(b)", "Corruption or bribery"),
    ("(c)", "Fraud"),
    ("(d)", "Terrorist offences or offences linked to terrorist activities"),
    ("(e)", "Money laundering or terrorist financing"),
    ("(f)", "Slavery, servitude, forced labour or human trafficking"),
    ("(g)", "Competition law infringements"),
    ("(h)", "Grave professional misconduct"),
    ("(i)", "Bankruptcy, insolvency or similar"),
    ("(j)", "Poor performance of an earlier public contract that led to its early ending or to damages"),
]
INSURANCES = [
    ("Employer’s (compulsory) liability", "£10 million"),
    ("Public liability", "£5 million"),
    ("Professional indemnity", "£5 million"),
    ("Cyber", "£1 million"),
]
CONTRACT_ROWS = [
    "Name of customer organisation",
    "Point of contact in the organisation",
    "Position in the organisation",
    "E-mail address",
    "Description of contract",
    "Contract start date",
    "Contract completion date",
    "Estimated contract value",
]
CARBON = [
    ("3.7(a)", "Have you published a Carbon Reduction Plan?"),
    ("3.7(b)", "Web link to the plan"),
    ("3.7(c)", "Target year for net zero"),
    ("3.7(d)", "Baseline year"),
    ("3.7(e)", "Baseline scope 1 emissions (tCO2e)"),
    ("3.7(f)", "Baseline scope 2 emissions (tCO2e)"),
    ("3.7(g)", "Baseline scope 3 emissions (tCO2e)"),
]
QUALITY = [
    (
        "4.1",
        "Information security",
        "6%",
        250,
        "Describe your information security management system and any certification you hold.",
        "Name the certification body and the scope. Say who is accountable and how the board is told.",
    ),
    (
        "4.2",
        "Independent testing",
        "4%",
        200,
        "How frequently is the platform tested by a third party, and what happens to the findings?",
        "",
    ),
    (
        "4.3",
        "Location of data",
        "4%",
        100,
        "In which countries will the Authority’s data reside?",
        "Include backups, logs and support access.",
    ),
    ("4.4", "Personal data breach", "5%", 60, "Explain how we would be told of a personal data breach.", ""),
    (
        "4.5",
        "Continuity",
        "5%",
        250,
        "If your main site were lost, how soon would service resume?",
        "State your recovery time and recovery point, and the date and result of your last test.",
    ),
    ("4.6", "Availability", "5%", 250, "State the uptime you commit to and the remedies if missed.", ""),
    (
        "4.7",
        "Exit",
        "5%",
        250,
        "How would you hand the service back at the end of the term?",
        "Say in what format data is returned, and what it costs.",
    ),
    (
        "4.8",
        "Implementation",
        "8%",
        250,
        "Describe your implementation plan, with milestones and the resources you need from the Council.",
        "",
    ),
    ("4.9", "Supply chain", "4%", 250, "How do you ensure no forced labour among your vendors?", ""),
    (
        "4.10",
        "Local jobs",
        "5%",
        250,
        "What job opportunities for local residents would result from the contract?",
        "Commitments become part of the contract. Give numbers for each contract year.",
    ),
    ("4.11", "Net zero", "5%", 200, "Evidence your commitment to net zero by 2050.", ""),
    (
        "4.12",
        "Damp and mould",
        "4%",
        300,
        "Set out how the platform will keep the time limits for hazards in Awaab’s Law, from report to made safe.",
        "Use a worked example of a report of mould in a child’s bedroom on a Friday afternoon.",
    ),
]
