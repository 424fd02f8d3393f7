"""What the sample workbook says: a made-up health trust asks for a system for its staff homes."""

TITLE = "Staff accommodation system"
BUYER = "Calderwick NHS Trust"
REFERENCE = "CNT-26-0417"

READ_ME = [
    "Complete sheets 1 to 4. Sheets 1 to 3 are assessed before prices are opened.",
    "Type only in the cells shaded blue. Cells shaded yellow are needed only where they apply to you.",
    "Grey cells are for the Trust. Do not change the layout, the formulas or the names of the sheets.",
    "Word limits stand beside each answer. The count turns red when an answer is too long; the rest is not read.",
    "Name the file with your organisation’s name and return it through the portal before it closes.",
]
LEGEND = [("DDEBF7", "Supplier to complete"), ("FFF2CC", "Complete if it applies"), ("D9D9D9", "Trust use only")]
VERSIONS = [("1", "2 November 2026", "First issue"), ("2", "9 November 2026", "Question 2.12 reworded")]

ORGANISATION = [
    ("1.1", "Legal name of your organisation", "text", ""),
    ("1.2", "Registered office address", "text", "Include the postcode"),
    ("1.3", "Company number", "text", "8 characters"),
    ("1.4", "VAT registration number", "text", ""),
    ("1.5", "Date of incorporation", "date", "dd/mm/yyyy"),
    ("1.6", "Legal form", "forms", "Choose from the list"),
    ("1.7", "Is your organisation an SME?", "yes_no", "Fewer than 250 staff"),
    ("1.8", "Number of employees", "whole", "Head count, not full-time equivalent"),
    ("1.9", "Central Digital Platform unique identifier (PPON)", "text", ""),
    ("1.10", "Charity number", "optional", "Only if you are a charity"),
]
CONTACT = [
    ("1.11", "Name of contact", "text", ""),
    ("1.12", "Job title", "text", ""),
    ("1.13", "Email address", "text", ""),
    ("1.14", "Telephone number", "text", ""),
]
CERTIFICATES = [
    ("1.15", "Cyber Essentials"),
    ("1.16", "Cyber Essentials Plus"),
    ("1.17", "ISO/IEC 27001"),
    ("1.18", "ISO 9001"),
    ("1.19", "Registration with the Information Commissioner’s Office"),
    ("1.20", "NHS Data Security and Protection Toolkit"),
]
DECLARATIONS = [
    ("1.21", "Are all your tax and social security obligations met?"),
    ("1.22", "Has your organisation been subject to insolvency or bankruptcy in the past three years?"),
    ("1.23", "Are you a relevant commercial organisation under section 54 of the Modern Slavery Act 2015?"),
    ("1.24", "Do you pay all your staff at least the real living wage?"),
    ("1.25", "Does any personal data leave the United Kingdom?"),
]
FORMS = ["Public limited company", "Private limited company", "Limited liability partnership", "Charity", "Other"]
LEVELS = ["Fully met", "Partly met", "Not met", "Not applicable"]

SECURITY = [
    (
        "Governance",
        [
            ("2.1", "Describe your information security management system and any certification you hold."),
            ("2.2", "What pre-employment checks and vetting do you carry out on staff?"),
            ("2.3", "How do you assure the security of your own suppliers and sub-processors?"),
        ],
    ),
    (
        "Protection",
        [
            ("2.4", "How do you control access to the system and to our data?"),
            ("2.5", "How is data encrypted in transit and at rest?"),
            ("2.6", "What are your timescales for patching critical vulnerabilities?"),
            ("2.7", "How is security built into your software development lifecycle?"),
            ("2.8", "When was your last penetration test and what did it find?"),
        ],
    ),
    (
        "Detection and recovery",
        [
            ("2.9", "What logging, auditing and protective monitoring do you provide?"),
            ("2.10", "Describe your process for managing security incidents."),
            ("2.11", "How is our data backed up and how often are restores tested?"),
            ("2.12", "What are your recovery time and recovery point objectives, and how have they been tested?"),
        ],
    ),
    (
        "Personal data",
        [
            ("2.13", "Where will our data be hosted, backups included?"),
            ("2.14", "How will you help us respond to subject access requests?"),
            ("2.15", "How do you manage retention and secure deletion of data?"),
        ],
    ),
]
SERVICE = [
    ("3.1", 250, "How will you deliver the project from award to go-live?"),
    ("3.2", 250, "How will you migrate our existing data?"),
    ("3.3", 200, "What service desk will you provide, with what hours and contact channels?"),
    ("3.4", 250, "How does your solution meet accessibility requirements?"),
    ("3.5", 200, "How will you train our staff to use the system?"),
    ("3.6", 250, "Set out the social value you will deliver through this contract."),
    (
        "3.7",
        200,
        "Explain how the system would be made clinically safe under DCB0129, and name your clinical safety officer.",
    ),
]
PRICES = [
    ("4.1", "Implementation, fixed price", "Sum", 1),
    ("4.2", "Yearly charge for each home", "Home", 640),
    ("4.3", "Training day on site", "Day", 6),
    ("4.4", "Consultancy day rate", "Day", 10),
]
